"""Moving fast: menus, keys, the palette, the sheet of keys, and where the panes stand."""
