"""Does a template that would never be finished stop at once, and no letter that is only long?"""

import pytest
from word.drafts import draft, words

from mentor_xl.word.faults import RenderError, TemplateFault
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

N = "{% set n = 1000*1000*1000 %}"
A = "{% set a = 'x'*9999 %}"
NS = "{% set ns = namespace(a=[1], s='ab', n=7) %}{% for i in range(99) %}{% set ns."
ENDLESS = (
    "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
    "{% for i in range(9999) if i %}{% for j in range(9999) if j %}{{ loop.index }}{% endfor %}{% endfor %}",
    "{% for i in 'x'*9999 %}{% for j in 'x'*9999 %}x{% endfor %}{% endfor %}",
    "{% for i in 'x'*999 %}{% block b scoped %}{% for j in 'x'*999 %}{% endfor %}{% endblock %}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    *(f"{N}{{{{ {one} }}}}" for one in (
        "'A' * n", "n * 'A'", "['a'] * n", "'A'.center(n)", "'A'.ljust(width=n)", "'A'.rjust(n)",
        "'A'.zfill(n)",
        "'A'|center(n)", "[1]|batch(n, 'x')|list", "[1]|slice(n)|list", "1.5|round(n, 'floor')",
        "'%*s'|format(n, 'x')", "'{:{}}'.format('x', n)", "(5).to_bytes(n, 'big')",
    )),
    *(f"{{{{ {one} }}}}" for one in (
        "'%1000000000s'|format('x')", "'%.1000000000f' % 1.5", "'{:>1000000000}'.format('x')",
        "'{0:{1}}'.format('x', '1000000000')", "range(9999)|map('string')|map('center', 9999)|join",
    )),
    *(f"{A}{{{{ {one} }}}}" for one in (
        "a|replace('x', a)", "a.replace('x', a)", "([a]*9999)|join", "a.join(a)", "('%s'*9999)|format(a)",
        "a.translate({120: a})", "([a]*9999)|map('upper')|join",
    )),
    f"{A}{{% for i in range(9999) %}}{{{{ a }}}}{{% endfor %}}",
    f"{NS}s = ns.s ~ ns.s %}}{{% endfor %}}",
    f"{NS}s = ns.s + ns.s %}}{{% endfor %}}",
    f"{NS}n = ns.n * ns.n %}}{{% endfor %}}",
    f"{NS}a = [ns.a, ns.a] %}}{{% endfor %}}{{{{ ns.a|string }}}}",
    "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
)  # fmt: skip


@pytest.mark.parametrize("text", ENDLESS)
def test_what_would_never_be_finished_stops(text: str) -> None:
    with pytest.raises(RenderError, match="more than any letter holds") as raised:
        render(Template.compile(draft(text)), {})
    assert raised.value.reason == "endless"
    assert raised.value.paragraph == 1


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'A' * 2000000000 }}",
        "{{ 'A'|center(2000000000) }}",
        "{{ 'A'.ljust(width=99999) }}",
        "{% for i in range(99999) %}x{% endfor %}",
        "{% for i in range(9) recursive %}{{ loop(range(9)) }}{% endfor %}",
        "{{ 9**9**9 }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ ''.__class__ }}",
        "{{ pupil['_pupil'] }}",
        "{{ pupil|attr('notes') }}",
        "{{ [pupil]|map(attribute='_pupil.notes')|join }}",
        "{{ '{0.notes}'.format(pupil) }}",
        "{{ '{0[notes]}'.format_map({'0': pupil}) }}",
        "{% filter default('<w:p/>', true) %}{% endfilter %}",
        "{% set a | default('<w:p/>', true) %}{% endset %}{{ a }}",
        "{% call '<w:p/>'.format() %}{% endcall %}",
    ],
)
def test_what_no_letter_needs_is_no_template_at_all(text: str) -> None:
    with pytest.raises(TemplateFault, match="cannot be understood"):
        Template.compile(draft(text))


def test_a_long_letter_with_everything_that_is_usual_is_made() -> None:
    text = (
        "{% for row in rows %}{% for cell in row %}{{ loop.index }} of {{ loop.length }}: {{ cell ~ '.' }} "
        "{{ cell|replace(',', ';')|upper }} {{ '{:,}'.format(number) }} {{ '%.1f'|format(number) }} "
        "{{ '%d' % number }} {{ ('a', 'b')|join(', ') }} {{ '_' * 30 }} {{ 2 * number }}"
        "{{ cell|center(20) }}{% endfor %}{% endfor %}{{ note or '______' }}"
        "{% for year in range(2020, 2027) %} {{ year }}{% endfor %}"
    )
    rows = [["She is kinder, and reads more. " * 10] * 5] * 100
    context = {"rows": rows, "number": 123_456, "note": "x" * 30_000}
    (line,) = words(render(Template.compile(draft(text)), context))
    assert line.startswith("1 of 5: She is kinder, and reads more. ")
    assert line.endswith(f"{'x' * 30_000} 2020 2021 2022 2023 2024 2025 2026")
