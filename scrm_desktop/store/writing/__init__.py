"""What people and the sender write: small statements, built with SQLAlchemy Core, run in the writer's thread."""
