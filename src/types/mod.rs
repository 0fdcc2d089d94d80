//! The data that every stage shares, with the questions about a document that many rules ask. Nothing here does I/O.

mod article;
mod document;
mod fact;
mod figure;
mod finding;
mod first_bytes;
mod link;
mod memo;
pub mod output;
mod person;
mod places;
mod quote;
mod shapes;
mod span;
mod spelling;
mod tags;
mod word_list;

pub use article::{Article, Field, ParseDateError, SCHEMA};
pub use document::{Block, BlockKind, Buffers, Document, Quotation, Sentence, TOKEN_STRIDE, Token, TokenKind, WordId};
pub use fact::{ArticleFacts, Extracted, Fact, FactId};
pub use figure::{Bound, Change, Figure, FigureKind};
pub use finding::{Evidence, Finding, Scope, Severity, Verdict};
pub use first_bytes::FirstBytes;
pub use link::{Link, LinkedPerson, Tenure};
pub use memo::Memo;
pub use person::{Gender, Mention, Name, Office, OfficeFact, Person, Status};
pub use places::Places;
pub use quote::{How, Quote, QuoteForm, Speaker};
pub use shapes::Shapes;
pub use span::Span;
pub use spelling::Spelling;
pub use tags::Tags;
pub use word_list::{WordList, WordMap};
