"""One company's books, and the rules by which documents are written in them."""
