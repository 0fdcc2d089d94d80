//! The values of keys with a closed set of values, for the schema of the records.

use schemars::{Schema, SchemaGenerator, json_schema};

use crate::types::{
    Bound, Change, Field, FigureKind, Gender, How, PublishedFrom, QuoteForm, Scope, Severity, Status, Verdict,
};

fn one_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

fn one_of_or_null(words: &[&str]) -> Schema {
    let words: Vec<Option<&str>> = words.iter().copied().map(Some).chain([None]).collect();
    json_schema!({ "type": ["string", "null"], "enum": words })
}

/// Where the date of publication comes from, or null.
pub(super) fn published_from(_: &mut SchemaGenerator) -> Schema {
    one_of_or_null(&PublishedFrom::ALL.map(PublishedFrom::name))
}

/// The fields of an article that offsets refer to.
pub(super) fn field(_: &mut SchemaGenerator) -> Schema {
    one_of(&Field::ALL.map(Field::name))
}

/// The kinds of figures.
pub(super) fn kind(_: &mut SchemaGenerator) -> Schema {
    one_of(&FigureKind::ALL.map(FigureKind::name))
}

/// How words bound a number.
pub(super) fn bound(_: &mut SchemaGenerator) -> Schema {
    one_of(&Bound::ALL.map(Bound::name))
}

/// Which way a quantity went, or null.
pub(super) fn change(_: &mut SchemaGenerator) -> Schema {
    one_of_or_null(&Change::ALL.map(Change::name))
}

/// The forms of quotes.
pub(super) fn form(_: &mut SchemaGenerator) -> Schema {
    one_of(&QuoteForm::ALL.map(QuoteForm::name))
}

/// How speakers are found.
pub(super) fn how(_: &mut SchemaGenerator) -> Schema {
    one_of(&How::ALL.map(How::name))
}

/// The genders, or null.
pub(super) fn gender(_: &mut SchemaGenerator) -> Schema {
    one_of_or_null(&Gender::ALL.map(Gender::name))
}

/// Whether an office is held at the time of writing.
pub(super) fn status(_: &mut SchemaGenerator) -> Schema {
    one_of(&Status::ALL.map(Status::name))
}

/// Whether a finding is about one article or several.
pub(super) fn scope(_: &mut SchemaGenerator) -> Schema {
    one_of(&Scope::ALL.map(Scope::name))
}

/// The results of comparisons.
pub(super) fn verdict(_: &mut SchemaGenerator) -> Schema {
    one_of(&Verdict::ALL.map(Verdict::name))
}

/// The severities of findings.
pub(super) fn severity(_: &mut SchemaGenerator) -> Schema {
    one_of(&Severity::ALL.map(Severity::name))
}
