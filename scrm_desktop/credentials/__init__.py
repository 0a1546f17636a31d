"""The logins: in the system's keyring, or for this run only in memory; never in a file."""

from scrm_desktop.credentials.backend import system_backend, trusted
from scrm_desktop.credentials.keeper import TIMEOUT, Credentials, KeyringReport

__all__ = ["TIMEOUT", "Credentials", "KeyringReport", "system_backend", "trusted"]
