"""The desk: head, list, case and foot in their places, as they are left and found again."""
