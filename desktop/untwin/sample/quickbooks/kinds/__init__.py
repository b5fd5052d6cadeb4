"""What kinds of objects QuickBooks has, as data: their fields, their lines, and the values that fit."""
