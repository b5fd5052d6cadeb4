"""Works out the tax of a sale for which a caller names a tax code and no amount."""

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from untwin.sample.quickbooks.kinds.entity import Doc

Look = Callable[[str, str], Doc | None]
_TAXABLE = "TAX"
_CENT = Decimal("0.01")


def work_out_tax(doc: Doc, look: Look) -> None:
    """Fills in the tax of each rate and their sum, where the code is known and no sum was given."""
    detail = doc.get("TxnTaxDetail") or {}
    code = look("TaxCode", str((detail.get("TxnTaxCodeRef") or {}).get("value", "")))
    if code is None or "TotalTax" in detail:
        return
    net = sum((Decimal(line["Amount"]) for line in doc.get("Line", []) if _is_taxable(line)), Decimal(0))
    lines = [_line(rate, net) for rate in _rates(code, look)]
    total = sum((line["Amount"] for line in lines), Decimal(0))
    doc["TxnTaxDetail"] = {"TxnTaxCodeRef": detail["TxnTaxCodeRef"], "TotalTax": total, "TaxLine": lines}


def _is_taxable(line: Doc) -> bool:
    return bool(line.get("SalesItemLineDetail", {}).get("TaxCodeRef", {}).get("value") == _TAXABLE)


def _rates(code: Doc, look: Look) -> Iterator[Doc]:
    for detail in code.get("SalesTaxRateList", {}).get("TaxRateDetail", []):
        rate = look("TaxRate", detail["TaxRateRef"]["value"])
        if rate is not None:
            yield rate


def _line(rate: Doc, net: Decimal) -> Doc:
    percent = Decimal(rate["RateValue"])
    amount = (net * percent / 100).quantize(_CENT, ROUND_HALF_UP)
    told = {"TaxRateRef": {"value": rate["Id"]}, "PercentBased": True, "TaxPercent": percent, "NetAmountTaxable": net}
    return {"Amount": amount, "DetailType": "TaxLineDetail", "TaxLineDetail": told}
