# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The messages of OTLP for metrics (opentelemetry-proto 1.x: names, numbers and types of fields), and a strict reader of their JSON mapping.

google.protobuf's own mapping reads what is sent; it also takes what the protocol does not want sent (numbers for 64 bits, names for
enumerations, snake_case), so that each key and the form of each value is looked at besides.
"""
import json
import re

from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

# A message a row: its fields as number, name, type; [] = repeated, ? = optional, |NAME = one of.
MESSAGES = """
AnyValue: 1 string_value string|value, 2 bool_value bool|value, 3 int_value int64|value, 4 double_value double|value
KeyValue: 1 key string, 2 value AnyValue
InstrumentationScope: 1 name string, 2 version string, 3 attributes KeyValue[], 4 dropped_attributes_count uint32
Resource: 1 attributes KeyValue[], 2 dropped_attributes_count uint32
NumberDataPoint: 7 attributes KeyValue[], 2 start_time_unix_nano fixed64, 3 time_unix_nano fixed64, 4 as_double double|value,
  6 as_int sfixed64|value, 8 flags uint32
HistogramDataPoint: 9 attributes KeyValue[], 2 start_time_unix_nano fixed64, 3 time_unix_nano fixed64, 4 count fixed64, 5 sum double?,
  6 bucket_counts fixed64[], 7 explicit_bounds double[], 10 flags uint32, 11 min double?, 12 max double?
Buckets: 1 offset sint32, 2 bucket_counts uint64[]
ExponentialHistogramDataPoint: 1 attributes KeyValue[], 2 start_time_unix_nano fixed64, 3 time_unix_nano fixed64, 4 count fixed64, 5 sum double?,
  6 scale sint32, 7 zero_count fixed64, 8 positive Buckets, 9 negative Buckets, 10 flags uint32, 12 min double?, 13 max double?,
  14 zero_threshold double
Gauge: 1 data_points NumberDataPoint[]
Sum: 1 data_points NumberDataPoint[], 2 aggregation_temporality AggregationTemporality, 3 is_monotonic bool
Histogram: 1 data_points HistogramDataPoint[], 2 aggregation_temporality AggregationTemporality
ExponentialHistogram: 1 data_points ExponentialHistogramDataPoint[], 2 aggregation_temporality AggregationTemporality
Metric: 1 name string, 2 description string, 3 unit string, 5 gauge Gauge|data, 7 sum Sum|data, 9 histogram Histogram|data,
  10 exponential_histogram ExponentialHistogram|data, 12 metadata KeyValue[]
ScopeMetrics: 1 scope InstrumentationScope, 2 metrics Metric[], 3 schema_url string
ResourceMetrics: 1 resource Resource, 2 scope_metrics ScopeMetrics[], 3 schema_url string
ExportMetricsServiceRequest: 1 resource_metrics ResourceMetrics[]
"""
TEMPORALITIES = ("UNSPECIFIED", "DELTA", "CUMULATIVE")
FIELD = re.compile(r"(\d+) (\w+) (\w+)(\[\])?(\?)?(?:\|(\w+))?")
Field = descriptor_pb2.FieldDescriptorProto


def add_field(message, found):
    number, name, kind, repeated, optional, one_of = found.groups()
    field = message.field.add(name=name, number=int(number), label=Field.LABEL_REPEATED if repeated else Field.LABEL_OPTIONAL)
    if kind[0].islower():
        field.type = getattr(Field, f"TYPE_{kind.upper()}")
    else:
        field.type_name = f".otlp.{kind}"
    if optional:
        one_of = f"_{name}"
        field.proto3_optional = True
    if one_of:
        names = [one.name for one in message.oneof_decl]
        if one_of not in names:
            message.oneof_decl.add(name=one_of)
            names.append(one_of)
        field.oneof_index = names.index(one_of)


def request_class():
    file = descriptor_pb2.FileDescriptorProto(name="otlp.proto", package="otlp", syntax="proto3")
    for row in MESSAGES.replace("\n  ", " ").strip().split("\n"):
        name, fields = row.split(": ")
        message = file.message_type.add(name=name)
        for field in fields.split(", "):
            add_field(message, FIELD.fullmatch(field.strip()))
    enum = file.enum_type.add(name="AggregationTemporality")
    for number, name in enumerate(TEMPORALITIES):
        enum.value.add(name=name, number=number)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    descriptor = pool.FindMessageTypeByName("otlp.ExportMetricsServiceRequest")
    return message_factory.MessageFactory(pool).GetPrototype(descriptor)


REQUEST = request_class()
SIXTY_FOUR_BITS = {Field.TYPE_INT64, Field.TYPE_UINT64, Field.TYPE_FIXED64, Field.TYPE_SFIXED64}
THIRTY_TWO_BITS = {Field.TYPE_UINT32, Field.TYPE_SINT32, Field.TYPE_ENUM}


def has_form(field, value):
    if field.type in SIXTY_FOUR_BITS:
        return isinstance(value, str) and re.fullmatch(r"-?(0|[1-9]\d*)", value)
    if field.type in THIRTY_TWO_BITS:
        return isinstance(value, int) and not isinstance(value, bool)
    if field.type == Field.TYPE_DOUBLE:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, {Field.TYPE_STRING: str, Field.TYPE_BOOL: bool, Field.TYPE_MESSAGE: dict}[field.type])


def check_form(descriptor, read):
    fields = {field.json_name: field for field in descriptor.fields}
    for key, value in read.items():
        assert key in fields, f"{key} is no field of {descriptor.name}"
        field = fields[key]
        repeated = field.label == Field.LABEL_REPEATED
        assert isinstance(value, list) == repeated, f"{key} of {descriptor.name}: {value}"
        for one in value if repeated else [value]:
            assert has_form(field, one), f"{key} of {descriptor.name}: {one!r}"
            if field.type == Field.TYPE_MESSAGE:
                check_form(field.message_type, one)


def without_duplicates(pairs):
    read = dict(pairs)
    assert len(read) == len(pairs), f"a key twice: {pairs}"
    return read


def no_number(text):
    raise AssertionError(f"{text} is no JSON")


def read_request(text):
    """The message; AssertionError or json_format.ParseError on anything that the protocol's JSON mapping does not have."""
    read = json.loads(text, object_pairs_hook=without_duplicates, parse_constant=no_number)
    check_form(REQUEST.DESCRIPTOR, read)
    return json_format.ParseDict(read, REQUEST(), ignore_unknown_fields=False)
