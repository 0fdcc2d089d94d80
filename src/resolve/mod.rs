//! Fourth stage: links the facts of one article to each other.

mod aged;
mod alias;
mod alone;
mod caseless;
mod couples;
mod family;
mod figures;
mod genders;
mod holders;
mod named;
mod namesakes;
mod offices;
mod people;
mod portfolios;
mod pronouns;
mod relative;
mod several;
mod speakers;
mod subjects;
mod titles;

use crate::types::{ArticleFacts, Document, Extracted};

/// Gathers mentions into people, finds the person for each speaker mention, and attributes figures.
pub fn resolve(document: &Document, extracted: Extracted) -> ArticleFacts {
    let Extracted { mut figures, mut quotes, names, offices } = extracted;
    let mut people = people::gather(document, &names, &offices, &quotes);
    let mentions = pronouns::mentions(document, &people);
    let portfolios = portfolios::Portfolios::of(document, &offices);
    speakers::link(document, &mut quotes, &portfolios, &people, &mentions);
    offices::link(document, &offices, &quotes, &mentions, &mut people);
    figures::attribute(&mut figures, &quotes);
    ArticleFacts { figures, quotes, people, findings: Vec::new() }
}
