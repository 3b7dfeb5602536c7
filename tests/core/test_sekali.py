"""A part that every page shows is written once: the same for the same values, never of a person."""

import pytest
from django.template import Context, Template, TemplateSyntaxError

from bangunrejo.halaman.menu import susun


def tulis(templat: Template, **nilai: object) -> str:
    return templat.render(Context(nilai))


def test_it_is_written_once_for_the_same_values() -> None:
    templat = Template("{% load sekali %}{% sekali a=a %}{{ a }}{% now 'u' %}{% endsekali %}")
    dibaca = [tulis(templat, a=1), tulis(templat, a=1), tulis(templat, a=2)]
    assert dibaca[0] == dibaca[1] != dibaca[2]
    assert dibaca[2].startswith("2")


def test_nothing_but_these_values_is_seen_inside() -> None:
    """So no page of one person can come to another."""
    templat = Template(
        "{% load sekali %}{% sekali a=a %}{{ a }}{{ user }}{% endsekali %}{{ user }}"
    )
    assert tulis(templat, a="x", user="Wati") == "xWati"
    assert tulis(templat, a="x", user="Karto") == "xKarto"


def test_a_value_without_a_name_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError, match="user"):
        Template("{% load sekali %}{% sekali user %}{% endsekali %}")


def test_the_menu_has_few_forms() -> None:
    """It is kept by its entries; addresses of single things must not make more of it."""
    assert susun("/aspirasi/ASP-2026-00001/") is susun("/aspirasi/ASP-2026-00002/")
    assert susun("/aspirasi/") != susun("/aspirasi/ASP-2026-00001/")
