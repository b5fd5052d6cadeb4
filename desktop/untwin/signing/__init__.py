"""Signing in by the browser, whoever the other side is: adapters that need it see it."""
