"""Looks cases up in QuickBooks and in their sources, only reading, and judges what was found."""
