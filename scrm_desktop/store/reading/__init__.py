"""What is asked of the readers' connections, one subject a file; straight SQL, no SQLAlchemy."""
