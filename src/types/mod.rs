//! The data that all stages share, with questions about a document that many rules ask. Nothing
//! here does I/O.

mod article;
mod document;
mod fact;
mod figure;
mod finding;
mod first_bytes;
mod link;
mod memo;
#[doc(hidden)]
pub mod output;
mod person;
mod places;
mod quote;
mod shapes;
mod span;
mod spelling;
mod tags;
mod word_list;

pub use article::{Article, Field, ParseDateError, PublishedFrom, SCHEMA};
pub use document::{Block, BlockKind, Document, Quotation, Sentence, Token, TokenKind};
pub use fact::{ArticleFacts, Fact, FactKind, RecordId};
pub use figure::{Bound, Change, Figure, FigureKind};
pub use finding::{Evidence, Finding, Scope, Severity, Verdict};
pub use link::{Link, LinkedPerson, Tenure};
pub use person::{Gender, Mention, Office, Person, Status};
pub use places::Places;
pub use quote::{How, Quote, QuoteForm, Speaker};
pub use span::Span;
pub use tags::Tags;

// What the stages pass to each other, and what rules compare words with.
#[doc(hidden)]
pub use self::{
    document::{Buffers, TOKEN_STRIDE, WordId},
    fact::Extracted,
    first_bytes::FirstBytes,
    memo::Memo,
    person::{Name, OfficeFact},
    shapes::Shapes,
    spelling::Spelling,
    word_list::{WordList, WordMap},
};
