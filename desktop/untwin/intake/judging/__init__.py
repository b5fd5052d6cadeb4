"""Tells the report of an error from whatever only sounds like one: talk, help, source, settings, good news."""
