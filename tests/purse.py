"""A bearer for the client under test: it holds the token `t0`, then `t1` and on."""

from dataclasses import dataclass, field


@dataclass
class Purse:
    """`refused` are the tokens that were found worthless, in their order."""

    refused: list[str] = field(default_factory=list)

    def current(self) -> str:
        return f"t{len(self.refused)}"

    def renewed(self, refused: str) -> str:
        self.refused.append(refused)
        return self.current()
