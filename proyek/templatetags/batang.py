"""Bars of money for templates."""

from django import template

from proyek.bacaan.batang import batang

register = template.Library()
register.filter("batang", batang)
