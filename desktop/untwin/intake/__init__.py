"""Reads the errors that QuickBooks Online answered with out of text and files, whatever they are wrapped in."""
