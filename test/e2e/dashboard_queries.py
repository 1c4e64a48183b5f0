# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a dashboard asks its data source, with Grafana's variables filled in as Grafana does."""
import re


def panels(dashboard):
    """All but the headlines; those of closed rows too."""
    for panel in dashboard["panels"]:
        yield from panel.get("panels", ())
        if panel["type"] != "row":
            yield panel


def queries(dashboard, **values):
    """(panel's title, PromQL, whether only the end is asked for)."""
    for panel in panels(dashboard):
        for target in panel["targets"]:
            yield panel["title"], filled_in(target["expr"], values), target["instant"]


def filled_in(expression, values):
    return re.sub(r"\$(\w+)", lambda found: values.get(found[1], found[0]), expression)


def asked_of_labels(dashboard, **values):
    """(variable, series, label) of `label_values(series, label)`."""
    for variable in dashboard["templating"]["list"]:
        if variable["type"] != "query":
            continue
        found = re.fullmatch(r"label_values\((.*), (\w+)\)", filled_in(variable["query"]["query"], values))
        yield variable["name"], found[1], found[2]
