"""The change history as a screen: its rows, a filter, and whether the record is whole."""
