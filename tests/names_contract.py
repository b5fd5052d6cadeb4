"""What every `Books` keeps to about names: who has a display name, an address or a company's name, what an id is."""

import pytest

from books_contract import Shelf
from untwin.domain.problems import BadInput
from untwin.domain.verdicts.observed import NameRecord, Wanted


def person(entity: str, name: str, *, email: str | None = None, company: str = "", active: bool = True) -> NameRecord:
    return NameRecord(entity, "", name, company, email, active)


def found(shelf: Shelf, wanted: Wanted) -> set[tuple[str, str]]:
    [answer] = shelf.books.names([wanted])
    assert answer.complete
    return {(record.entity, record.id) for record in answer.names}


class NamesContract:
    """The tests; each has names of its own by the shelf's mark."""

    @pytest.mark.parametrize("entity", ["Customer", "Vendor", "Employee"])
    @pytest.mark.parametrize("active", [True, False])
    def test_a_display_name_is_found_in_all_three_lists_inactive_too(
        self,
        shelf: Shelf,
        entity: str,
        active: bool,
    ) -> None:
        name = f"Quillon{shelf.mark}'s \\ Bakery"
        stored = shelf.put_name(person(entity, name, active=active))
        assert found(shelf, Wanted(names=(name.upper(),))) == {(entity, stored)}
        [answer] = shelf.books.names([Wanted(names=(name,))])
        assert [(r.name, r.active) for r in answer.names] == [(name, active)]

    def test_a_customer_is_found_by_address_and_by_company(self, shelf: Shelf) -> None:
        email = f"pay{shelf.mark}@quokka.example"
        company = f"Quokka{shelf.mark} Works"
        stored = shelf.put_name(person("Customer", f"Xylander{shelf.mark}", email=email, company=company))
        assert found(shelf, Wanted(emails=(email.upper(),))) == {("Customer", stored)}
        assert found(shelf, Wanted(names=(company,))) == {("Customer", stored)}
        [answer] = shelf.books.names([Wanted(emails=(email,))])
        assert (answer.names[0].email, answer.names[0].company) == (email, company)

    def test_an_address_is_found_among_several_and_with_blanks_around_it(self, shelf: Shelf) -> None:
        email = f"till{shelf.mark}@quagga.example"
        kept = (f"{email}, office@quagga.example", f" {email} ", f"no{email}")
        stored = [shelf.put_name(person("Customer", f"Quagga{n}{shelf.mark}", email=e)) for n, e in enumerate(kept)]
        assert found(shelf, Wanted(emails=(email,))) == {("Customer", each) for each in stored[:2]}

    def test_a_customer_whose_name_is_alike_is_found(self, shelf: Shelf) -> None:
        stored = shelf.put_name(person("Customer", f"Zwetschgenmann{shelf.mark}, Ida"))
        shelf.put_name(person("Customer", "Abernathy, Jo"))
        assert found(shelf, Wanted(names=(f"Ida K. Zwetschgenmann{shelf.mark}",))) == {("Customer", stored)}

    def test_a_record_is_read_by_its_id_whatever_it_is_called(self, shelf: Shelf) -> None:
        customer = shelf.put_name(person("Customer", f"Ypsilanti{shelf.mark}", active=False))
        wanted = Wanted(records=(("Customer", customer), ("Vendor", customer), ("Customer", "999999")))
        [answer] = shelf.books.names([wanted])
        assert [(r.entity, r.id, r.active) for r in answer.records] == [("Customer", customer, False)]
        assert answer.names == ()

    def test_of_many_each_has_its_own_and_nothing_asked_is_nothing_found(self, shelf: Shelf) -> None:
        one = shelf.put_name(person("Customer", f"Urquell{shelf.mark}"))
        two = shelf.put_name(person("Vendor", f"Vorarl{shelf.mark}"))
        wanted = [Wanted(names=(f"Urquell{shelf.mark}",)), Wanted(), Wanted(names=(f"Vorarl{shelf.mark}",))]
        answers = shelf.books.names(wanted)
        assert [[r.id for r in answer.names] for answer in answers] == [[one], [], [two]]
        assert shelf.books.names([]) == ()

    @pytest.mark.parametrize("record_id", ["", "1 OR 1=1", "x", "-1"])
    def test_an_id_that_is_none_is_refused(self, shelf: Shelf, record_id: str) -> None:
        with pytest.raises(BadInput):
            shelf.books.names([Wanted(records=(("Customer", record_id),))])
