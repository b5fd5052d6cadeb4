"""The sheets on which a person decides about one case: a new number, the same sale, posted or not, put aside."""
