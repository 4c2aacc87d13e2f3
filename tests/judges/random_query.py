"""Writes random data and random SPARQL queries, for queries.py.

Names are few, so that patterns match. What pyoxigraph does otherwise is left out: numerals, times and language tags are as it writes
them; there are no datatypes that it does not know; no term without an order is compared with one that may be the same; the operands of
COUNT, MIN, MAX and GROUP_CONCAT are no errors; a group of GRAPH begins with triples, and with a variable has no MINUS and no subquery;
where solutions are counted no path has alternatives or a negation; only keys that are variables are sampled; FROM names a graph once.
"""

import re

EX = "http://example.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = f"PREFIX : <{EX}> PREFIX xsd: <{XSD}>\n"
VARIABLES = ["?a", "?b", "?c", "?d"]
SUBJECTS = [f":s{i}" for i in range(6)]
PREDICATES = [f":p{i}" for i in range(4)]
GRAPHS = [":g1", ":g2"]
NUMERALS = ["1", "2", "-3", "1.5", "5000000000", '"2.5"^^xsd:double']
PLAIN = ['"a"', '"b"', '""', '"x y"', '"aéA上"']
TEXTS = PLAIN + ['"a"@en', '"b"@en-gb']
TIMES = ['"2020-01-02T03:04:05Z"^^xsd:dateTime', '"2019-12-31T23:00:00Z"^^xsd:dateTime', '"2020-05-06T07:08:09.5+02:00"^^xsd:dateTime']
ORDERED = NUMERALS + PLAIN + TIMES + ["true", "false"]
LITERALS = ORDERED + TEXTS[len(PLAIN):] + ['"2020"^^xsd:gYear']


def whole(term):
    """A term of the lists above as N-Quads has it."""
    if term in ("true", "false"):
        term = f'"{term}"^^xsd:boolean'
    elif re.fullmatch(r"-?\d+", term):
        term = f'"{term}"^^xsd:integer'
    elif re.fullmatch(r"-?\d+\.\d+", term):
        term = f'"{term}"^^xsd:decimal'
    return re.sub(r"(^|\^\^):(\w+)$", rf"\1<{EX}\2>", re.sub(r"xsd:(\w+)$", rf"<{XSD}\1>", term))


def data(dice):
    triples = {(dice.choice([*SUBJECTS, "_:b1", "_:b2"]), dice.choice(PREDICATES),
                dice.choice([*SUBJECTS, "_:b1", *dice.sample(LITERALS, 6)])) for _ in range(dice.choice([20, 100, 200]))}
    return "".join(" ".join([*map(whole, triple), whole(dice.choice(["", *GRAPHS])), ".\n"]) for triple in sorted(triples))


class Expressions:
    """Writes random expressions; most have operands of the kinds that they want."""

    def __init__(self, dice):
        self.dice = dice
        self.names = list(VARIABLES)  # that expressions may use

    def of(self, depth, *forms):
        """One of the forms, in which N, T, B, D, A in braces are numbers, texts, truths, times, anything, V a variable."""
        kinds = {"N": self.number, "T": self.text, "B": self.truth, "D": self.time, "A": self.any}
        fill = lambda found: self.variable() if found[1] == "V" else kinds[found[1]](depth + 1)
        return re.sub(r"\{([NTBDAV])\}", fill, self.dice.choice(forms))

    def variable(self):
        return self.dice.choice(self.names)

    def number(self, depth=0):
        if depth > 2 or self.dice.random() < 0.4:
            return self.variable() if self.dice.random() < 0.5 else self.dice.choice(NUMERALS)
        return self.of(depth, "({N} + {N})", "({N} - {N})", "({N} * {N})", "({N} / 2)", "(- {N})", "ABS({N})", "CEIL({N})", "FLOOR({N})",
                       "ROUND({N})", "STRLEN({T})", "YEAR({D})", "MONTH({D})", "DAY({D})", "HOURS({D})", "MINUTES({D})", "SECONDS({D})",
                       "IF({B}, {N}, {N})", "COALESCE({N}, {N})", "xsd:integer({A})", "xsd:decimal({A})", "xsd:double({A})")

    def text(self, depth=0):
        if depth > 2 or self.dice.random() < 0.3:
            return self.dice.choice([self.variable(), "STR(?a)", self.dice.choice(TEXTS)])
        return self.of(depth, "STR({V})", "STR({V})", "LANG({V})", "UCASE({T})", "LCASE({T})", "SUBSTR({T}, 2)", "SUBSTR({T}, 2, 3)",
                       "CONCAT({T}, {T})", "STRBEFORE({T}, {T})", "STRAFTER({T}, {T})", 'STRAFTER(STR({V}), "/")', "ENCODE_FOR_URI({T})",
                       'REPLACE({T}, "[a-s]", "<$0>")', 'REPLACE({T}, "A", "i", "i")', "MD5({T})", "SHA1({T})", "SHA256({T})",
                       "SHA384({T})", "SHA512({T})", 'STRLANG({T}, "en")', "STRDT({T}, xsd:string)", "TZ({D})", "IF({B}, {T}, {T})",
                       "COALESCE({T}, {T})", "xsd:string({V})")

    def truth(self, depth=0):
        if depth < 2 and self.dice.random() < 0.35:
            return self.of(depth, "({B} && {B})", "({B} || {B})", "(! {B})", "({B} = {B})", "IF({B}, {B}, {B})", "xsd:boolean({A})")
        same = self.dice.choice(["=", "!="])
        before = self.dice.choice(["<", ">", "<=", ">="])
        return self.of(depth, f"({{V}} {same} {{V}})", f"({{V}} {same} {self.dice.choice(LITERALS + SUBJECTS)})", f"({{A}} {same} {{A}})",
                       f"({{V}} {before} {self.dice.choice(ORDERED)})", f"({{N}} {before} {self.dice.choice(NUMERALS)})",
                       f"({{N}} {before} ({{N}} + 1))", f"({{T}} {before} {self.dice.choice(PLAIN)})", f"({{T}} {before} STR({{V}}))",
                       f"({{D}} {before} {self.dice.choice(TIMES)})",
                       "BOUND({V})", "isIRI({A})", "isURI({A})", "isBlank({A})", "isLiteral({A})", "isNumeric({A})", "sameTerm({A}, {A})",
                       'LANGMATCHES(LANG({V}), "EN")', 'LANGMATCHES(LANG({V}), "*")', 'REGEX(STR({V}), "s[12]$")',
                       'REGEX({T}, "^A", "i")', "CONTAINS({T}, {T})", 'STRENDS(STR({V}), "2")', f'STRSTARTS(STR({{V}}), "{EX}s")',
                       "STRSTARTS({T}, {T})", f"({{V}} IN ({self.dice.choice(SUBJECTS)}, {{A}}))", "({A} NOT IN ({A}, {A}))")

    def time(self, depth=0):
        return self.dice.choice([self.variable(), *TIMES])

    def any(self, depth=0):
        return self.of(depth, "{V}", "{V}", "{V}", "{N}", "{T}", "{B}", "{D}", "DATATYPE({V})", "IRI(STR({V}))", "URI({V})",
                       self.dice.choice(SUBJECTS + LITERALS), 'STRDT("2021", xsd:gYear)', "IF({B}, {A}, {A})", "COALESCE({V}, {A})")


class Patterns(Expressions):
    """Writes random groups."""

    def __init__(self, dice):
        super().__init__(dice)
        self.made = 0
        self.columns = [*VARIABLES, "?p", "?g"]
        self.doubtful = False  # whether a path has alternatives or a negation: how often it gives a solution differs
        self.counts = False  # whether it matters how often
        self.any_graph = False  # whether inside of GRAPH with a variable

    def fresh(self):
        self.made += 1
        return f"?e{self.made}"

    def ends(self):
        subject = self.dice.choice(SUBJECTS[:3] if self.dice.random() < 0.1 else VARIABLES[:3])
        return subject, self.dice.choice(SUBJECTS[:2] if self.dice.random() < 0.1 else VARIABLES)

    def triple(self):
        subject, target = self.ends()
        predicate = "?p" if self.dice.random() < 0.1 else self.dice.choice(PREDICATES)
        return f"{subject} {predicate} {self.dice.choice(LITERALS) if self.dice.random() < 0.05 else target} ."

    def triples(self):
        return " ".join(self.triple() for _ in range(self.dice.choice([1, 1, 1, 2, 3])))

    def path(self, depth=0):
        one = self.dice.choice(PREDICATES)
        if depth > 2 or self.dice.random() < 0.3:
            negated = ["!" + one, f"!({one}|^{self.dice.choice(PREDICATES)})"]
            return self.dice.choice([one, "^" + one, *([] if self.counts else negated)])
        form = self.dice.choice(["({}/{})", "({}/{})" if self.counts else "({}|{})", "^({})", "({})*", "({})+", "({})?"])
        return form.format(*(self.path(depth + 1) for _ in range(form.count("{}"))))

    def path_triple(self):
        subject, target = self.ends()
        path = self.path()
        self.doubtful |= "|" in path or "!" in path
        return f"{subject} {path} {target} ."

    def values(self):
        term = lambda: self.dice.choice([*SUBJECTS, *LITERALS, "UNDEF"])
        names = self.dice.sample(VARIABLES, self.dice.choice([1, 1, 2]))
        if len(names) == 1:
            return f"VALUES {names[0]} {{ {term()} {term()} }}"
        return f"VALUES ({' '.join(names)}) {{ ({term()} {term()}) ({term()} {term()}) }}"

    def bind(self):
        name = self.fresh()
        text = f"BIND({self.any()} AS {name})"
        self.names.append(name)
        self.columns.append(name)
        return text

    def subquery(self, depth):
        inner = Patterns(self.dice)
        inner.made, inner.counts = self.made, self.counts
        text = f"{{ {inner.grouped(depth + 1) if self.dice.random() < 0.5 else inner.plain(depth + 1)} }}"
        self.doubtful |= inner.doubtful
        self.made = inner.made
        self.columns += [name for name in inner.columns if name not in self.columns]
        return text

    def graph(self, depth):
        name = self.dice.choice(["?g", "?g", ":g1", ":g1", ":g9"])
        before, self.any_graph = self.any_graph, self.any_graph or name == "?g"
        text = self.group(depth + 1, 0)
        if not self.any_graph and self.dice.random() < 0.3:
            text += " " + self.subquery(depth + 1)
        self.any_graph = before
        return f"GRAPH {name} {{ {text} }}"

    def group(self, depth=0, empty=0.1):
        parts = [self.triples()] if self.dice.random() >= empty else []
        kinds = ["triples", "filter", "filter", "bind", "bind", "exists", "values", "path"]
        if depth < 2:
            kinds += ["optional", "optional", "union", "group", "graph", "graph"]
            kinds += [] if self.any_graph else ["minus", "subquery", "subquery"]
        for kind in self.dice.choices(kinds, k=self.dice.choice([0, 1, 1, 2, 3])):
            if kind == "triples":
                parts.append(self.triples())
            elif kind == "filter":
                parts.append(f"FILTER({self.truth()})")
            elif kind == "bind":
                parts.append(self.bind())
            elif kind == "exists":
                parts.append(f"FILTER {self.dice.choice(['EXISTS', 'NOT EXISTS'])} {{ {self.triples()} FILTER({self.truth()}) }}")
            elif kind == "values":
                parts.append(self.values())
            elif kind == "path":
                parts.append(self.path_triple())
            elif kind == "optional":
                parts.append(f"OPTIONAL {{ {self.group(depth + 1)} }}")
            elif kind == "union":
                parts.append(f"{{ {self.group(depth + 1)} }} UNION {{ {self.group(depth + 1)} }}")
            elif kind == "group":
                parts.append(f"{{ {self.group(depth + 1)} }}")
            elif kind == "graph":
                parts.append(self.graph(depth))
            elif kind == "minus":
                parts.append(f"MINUS {{ {self.group(depth + 1)} }}")
            else:
                parts.append(self.subquery(depth))
        return " ".join(parts)

    def plain(self, depth=0, clause=""):
        """SELECT without groups."""
        where = self.group(depth)
        name = self.fresh()
        chosen = sorted(set(self.columns)) if depth == 0 else self.dice.sample(VARIABLES, 2)
        texts = [*chosen, f"({self.any()} AS {name})"]
        self.columns = [*chosen, name]
        return f"SELECT {self.dice.choice(['', '', 'DISTINCT '])}{' '.join(texts)}{clause} WHERE {{ {where} }}"

    def aggregate(self):
        kind = self.dice.choice(["COUNT(*)", "COUNT(DISTINCT *)", "COUNT", "COUNT", "SUM", "MIN", "MAX", "AVG", "STRLEN(GROUP_CONCAT"])
        if kind.endswith(")"):
            return kind
        inside = self.dice.choice(["", "", "DISTINCT "])
        if kind in ("SUM", "AVG"):
            return f"{kind}({inside}{self.dice.choice([self.variable(), self.number(2)])})"
        if kind == "COUNT":
            return f"{kind}({inside}{self.dice.choice([self.variable(), f'COALESCE({self.number(2)}, 7)'])})"
        if kind in ("MIN", "MAX"):
            text = self.of(1, "COALESCE({N} + 0, 0)", 'COALESCE(STR({V}), "-")')
            return f"{kind}({text})"
        separator = self.dice.choice(["", '; SEPARATOR = "--"'])
        text = self.of(1, 'COALESCE(STR({V}), "-")', 'COALESCE(STR({T}), "")')
        return f"{kind}({inside}{text}{separator}))"

    def grouped(self, depth=0, clause=""):
        """SELECT with GROUP BY, HAVING."""
        self.counts = True
        where = self.group(depth)
        keys = self.dice.sample(VARIABLES, self.dice.choice([0, 1, 1, 2]))
        texts, by = list(keys), list(keys)
        if self.dice.random() < 0.3:
            keys.append(self.fresh())
            texts.append(keys[-1])
            by.append(f"({self.of(1, 'STRLEN(STR({V}))', '({N} + 1)', '(! {B})')} AS {keys[-1]})")
        if keys and keys[0] in VARIABLES and self.dice.random() < 0.2:
            keys.append(self.fresh())
            texts.append(f"(SAMPLE({keys[0]}) AS {keys[-1]})")
        for _ in range(self.dice.choice([1, 1, 2])):
            keys.append(self.fresh())
            texts.append(f"({self.aggregate()} AS {keys[-1]})")
        self.columns = keys
        text = f"SELECT {' '.join(texts)}{clause} WHERE {{ {where} }}{' GROUP BY ' + ' '.join(by) if by else ''}"
        if self.dice.random() < 0.3:
            text += f" HAVING ({self.aggregate()} {self.dice.choice(['>', '=', '<='])} {self.dice.choice('0123')})"
        return text


class Query(Patterns):
    """A random query: its text, and how to judge the answer."""

    def __init__(self, dice):
        super().__init__(dice)
        self.keys, self.slice, self.limit, self.offset = [], "", None, 0
        self.form = dice.choices(["SELECT", "CONSTRUCT", "ASK", "DESCRIBE"], [20, 3, 2, 2])[0]
        self.clause = "".join(f" {dice.choice(['FROM', 'FROM NAMED'])} {graph}"
                              for graph in dice.sample([*GRAPHS, ":g9"], dice.choice([0] * 16 + [1, 2])))
        getattr(self, self.form.lower())()

    def select(self):
        self.text = self.dice.choice([self.plain, self.plain, self.grouped])(0, self.clause)
        if self.dice.random() < 0.4:
            names = self.dice.sample(self.columns, min(len(self.columns), self.dice.choice([1, 2])))
            self.keys = [(name, self.dice.random() < 0.4) for name in names]
            self.text += " ORDER BY " + " ".join(f"DESC({name})" if down else name for name, down in self.keys)
        if self.dice.random() < 0.2:
            self.offset = self.dice.choice([0, 0, 1, 5])
            self.limit = self.dice.choice([0, 1, 3, 10, 1000])
            self.slice = f" LIMIT {self.limit}{f' OFFSET {self.offset}' if self.offset else ''}"

    def construct(self):
        self.counts = True  # each solution has blank nodes of its own
        ends = [*VARIABLES, "_:t", *SUBJECTS[:1]]
        template = " ".join(f"{self.dice.choice(ends)} {self.dice.choice(PREDICATES + ['?p'])} {self.dice.choice(ends + ['[]', '1'])} ."
                            for _ in range(self.dice.choice([1, 2])))
        self.text = f"CONSTRUCT {{ {template} }}{self.clause} WHERE {{ {self.group(1)} }}"

    def ask(self):
        self.text = f"ASK{self.clause} {{ {self.group()} }}"

    def describe(self):
        self.clause = ""
        self.described = self.dice.sample(VARIABLES[:2] + SUBJECTS[:3], self.dice.choice([1, 2]))
        self.where = self.group(1)
        self.text = f"DESCRIBE {' '.join(self.described)} WHERE {{ {self.where} }}"
