"""Reading and sending for every account, in the background: each account alone, all of them on one loop."""
