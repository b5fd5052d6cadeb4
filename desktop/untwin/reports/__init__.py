"""Writes a report as a file that opens without Untwin: Excel, CSV, PDF."""
