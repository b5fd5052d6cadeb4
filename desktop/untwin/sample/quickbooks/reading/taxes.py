"""The tax service: makes a tax code with its rates in one request, as the only way to make either."""

from decimal import Decimal

from untwin.sample.clock import Clock
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.books import Books, metadata
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

_APP = "0"


def make_tax_code(books: Books, clock: Clock, body: Doc) -> Doc:
    """A tax code over existing rates and new ones, answered as the service does: flat, with the new ids.

    Raises:
        FaultError: a name is missing or taken, or a rate or agency isn't there.
    """
    name, details = body.get("TaxCode"), body.get("TaxRateDetails")
    if not name:
        raise faults.missing("TaxCode")
    if not isinstance(details, list) or not details:
        raise faults.missing("TaxRateDetails")
    if any(code["Name"].casefold() == str(name).casefold() for code in books.of("TaxCode").values()):
        raise faults.duplicate_name()
    agencies = [_checked(books, detail) for detail in details]
    rates = [_rate(books, clock, detail, agency) for detail, agency in zip(details, agencies, strict=True)]
    code = _put(books, clock, "TaxCode", {"Name": name, "Description": name, **_lists(details, rates)})
    answered = [_told(detail, rate) for detail, rate in zip(details, rates, strict=True)]
    return {"TaxCode": name, "TaxCodeId": code["Id"], "TaxRateDetails": answered}


def _checked(books: Books, detail: Doc) -> Doc:
    """The agency behind one rate; everything is looked at before anything is made."""
    if detail.get("TaxRateId"):
        rate = books.find("TaxRate", str(detail["TaxRateId"]))
        if rate is None:
            raise faults.invalid_reference("TaxRateId", str(detail["TaxRateId"]))
        return dict(rate["AgencyRef"])
    for needed in ("TaxRateName", "RateValue", "TaxAgencyId"):
        if detail.get(needed) in (None, ""):
            raise faults.missing(needed)
    agency = books.find("TaxAgency", str(detail["TaxAgencyId"]))
    if agency is None:
        raise faults.invalid_reference("TaxAgencyId", str(detail["TaxAgencyId"]))
    if any(rate["Name"].casefold() == str(detail["TaxRateName"]).casefold() for rate in books.of("TaxRate").values()):
        raise faults.duplicate_name()
    return {"value": agency["Id"], "name": agency["DisplayName"]}


def _rate(books: Books, clock: Clock, detail: Doc, agency: Doc) -> Doc:
    if detail.get("TaxRateId"):
        return dict(books.of("TaxRate")[str(detail["TaxRateId"])])
    value = Decimal(str(detail["RateValue"]))
    effective = [{"RateValue": value, "EffectiveDate": f"{clock.today().isoformat()}T00:00:00-08:00"}]
    body = {"Name": detail["TaxRateName"], "Description": detail["TaxRateName"], "RateValue": value}
    return _put(books, clock, "TaxRate", body | {"AgencyRef": agency, "EffectiveTaxRate": effective})


def _lists(details: list[Doc], rates: list[Doc]) -> Doc:
    sides: dict[str, list[Doc]] = {"Sales": [], "Purchase": []}
    for order, (detail, rate) in enumerate(zip(details, rates, strict=True)):
        side = sides.get(str(detail.get("TaxApplicableOn") or "Sales"), sides["Sales"])
        reference = {"value": rate["Id"], "name": rate["Name"]}
        side.append({"TaxRateRef": reference, "TaxTypeApplicable": "TaxOnAmount", "TaxOrder": order})
    return {f"{side}TaxRateList": {"TaxRateDetail": found} for side, found in sides.items()}


def _told(detail: Doc, rate: Doc) -> Doc:
    return {
        "TaxRateName": rate["Name"],
        "TaxRateId": rate["Id"],
        "RateValue": rate["RateValue"],
        "TaxAgencyId": rate["AgencyRef"]["value"],
        "TaxApplicableOn": detail.get("TaxApplicableOn") or "Sales",
    }


def _put(books: Books, clock: Clock, kind: str, body: Doc) -> Doc:
    entity, now = ENTITIES[kind], clock.now()
    ours = {"Id": books.next_id(entity), "SyncToken": "0", "domain": "QBO", "sparse": False}
    return books.put(entity, dict(entity.defaults) | ours | {"MetaData": metadata(now, now, _APP)} | body)
