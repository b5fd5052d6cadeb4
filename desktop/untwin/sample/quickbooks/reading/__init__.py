"""What can be asked of the books: queries, changes, reports, rates, and forms that come again."""
