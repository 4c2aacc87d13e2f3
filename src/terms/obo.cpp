#include "terms/obo.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "terms/obo_clause.h"
#include "terms/obo_edges.h"
#include "terms/obo_header.h"
#include "terms/obo_term.h"

namespace musclekg {

namespace {

/// So many faults without a good clause between them: the rest is not read.
constexpr std::size_t kFaultsInRow = 20;

constexpr std::string_view kTerm = "Term", kTypedef = "Typedef", kInstance = "Instance";

/// Whether it may be the name of a stanza.
bool plain_name(std::string_view name) {
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; });
}

/// One file on its way into an Ontology.
class OboReader {
 public:
  OboReader(const std::string& path, std::string_view text, const Prefixes& prefixes, Diagnostics& diagnostics)
      : text_(text),
        has_zeros_(text.find('\0') != std::string_view::npos),
        lines_(text),
        header_(prefixes),
        ids_(header_.ids()),
        terms_(header_, edges_, ontology_),
        diagnostics_(diagnostics) {
    ontology_.path = path;
  }

  Ontology read() {
    bool any_good = false;
    for (std::size_t faults = 0; lines_.next();) {
      const std::string_view line = trim(lines_.line());
      if (line.empty()) continue;
      if (const std::size_t zero = any_good ? std::string_view::npos : find_zero(line); zero != std::string_view::npos) {
        error(lines_.position(&line[zero]), "a zero byte before the first clause: this is no text",
              "an OBO file is text in UTF-8, compressed with gzip or not");
        break;
      }
      OboClause clause(lines_.line());
      const bool good = take_line(clause, line);
      if (const OboFault* fault = clause.fault()) {
        diagnostics_.error({ontology_.path, lines_.position(fault->at)}, fault->rule, fault->text, fault->hint);
        if (++faults < kFaultsInRow) continue;
        error({lines_.number(), 1}, fmt::format("{} faults in a row: what follows is not read", faults), "is this an OBO file?");
        break;
      }
      if (good) faults = 0;
      any_good |= good;
    }
    end_stanza();
    edges_.resolve(ontology_, ids_);
    ontology_.version = header_.version();
    ontology_.iri = header_.iri();
    return std::move(ontology_);
  }

 private:
  enum class Stanza { Header, Term, Typedef, PassedOver };

  void error(Position where, std::string text, std::string hint) {
    diagnostics_.error({ontology_.path, where}, "obo-syntax", std::move(text), std::move(hint));
  }

  std::size_t find_zero(std::string_view line) const { return has_zeros_ ? line.find('\0') : std::string_view::npos; }

  /// False when the line tells nothing: a comment, and text in a stanza that is passed over.
  bool take_line(OboClause& clause, std::string_view trimmed) {
    const std::string_view tag = clause.tag();
    check_bytes(clause);
    if (trimmed.front() == '!') return false;
    if (trimmed.front() == '[') {
      end_stanza();
      begin_stanza(clause);
    } else if (stanza_ == Stanza::PassedOver) {
      return !tag.empty();
    } else if (tag.empty()) {
      take_stray(trimmed, clause);
    } else if (stanza_ == Stanza::Header) {
      take_header(tag, clause);
    } else if (tag == "id") {
      take_id(clause);
    } else if (stanza_ == Stanza::Term) {
      terms_.take(tag, clause);
    } else {
      take_typedef(tag, clause);
    }
    return true;
  }

  /// A line without a tag may be the first line of a stanza, broken: nothing of that must come to the stanza before.
  void take_stray(std::string_view line, OboClause& clause) {
    if (const auto near = nearest(line, {"[Term]", "[Typedef]", "[Instance]"})) {
      clause.fail(clause.word_place(), fmt::format("unknown stanza {}: it is left out", quote(line)),
                  fmt::format("did you mean {}?", *near));
      end_stanza();
    } else {
      clause.fail(clause.word_place(), fmt::format("{} has no tag; expected a clause such as 'name: femur'", quote(line)));
    }
  }

  /// Bytes that are no text are the fault of the line, before any other.
  void check_bytes(OboClause& clause) const {
    const std::string_view line = lines_.line();
    const std::size_t zero = find_zero(line);
    if (zero != std::string_view::npos) clause.fail(&line[zero], "a zero byte; expected text");
    const std::size_t at = find_invalid_utf8(line);
    if (at == std::string_view::npos) return;
    clause.fail(&line[at], fmt::format("byte {} is not UTF-8", &line[at] - text_.data()), "save the file as UTF-8", "not-utf8");
  }

  void begin_stanza(OboClause& clause) {
    const std::string_view name = clause.stanza();
    clause.finish();
    if (!clause.well_formed()) return;
    stanza_line_ = lines_.number();
    id_.clear();
    id_faulty_ = false;
    if (name == kTerm) {
      stanza_ = Stanza::Term;
      terms_.begin(stanza_line_);
    } else if (name == kTypedef) {
      stanza_ = Stanza::Typedef;
      relation_ = {};
    } else if (!plain_name(name)) {
      clause.fail(clause.word_place(), fmt::format("{} is no name of a stanza; expected one such as [Term]", quote(name)));
    } else if (const auto near = nearest(name, {kTerm, kTypedef, kInstance}); near && name != *near) {
      clause.fail(clause.word_place(), fmt::format("unknown stanza '[{}]': it is left out", name),
                  fmt::format("did you mean [{}]?", *near));
    }
  }

  /// What follows is passed over until the next stanza begins.
  void end_stanza() {
    const Stanza stanza = std::exchange(stanza_, Stanza::PassedOver);
    if (stanza != Stanza::Term && stanza != Stanza::Typedef) return;
    if (id_.empty() && !id_faulty_)
      error({stanza_line_, 1}, fmt::format("[{}] without an id: it is left out", stanza == Stanza::Term ? kTerm : kTypedef),
            "a stanza begins with a clause such as 'id: UBERON:0001380'");
    if (stanza == Stanza::Term) {
      terms_.end(id_);
    } else if (!id_.empty()) {
      relation_.id = id_;
      edges_.declare(relation_, ids_, ontology_.properties);
    }
  }

  void take_header(std::string_view tag, OboClause& clause) {
    header_.take(tag, clause);
    const bool id = tag == "id";
    if (OboHeader::knows(tag) || !(id || OboTermReader::knows(tag))) return;
    clause.fail(clause.word_place(), fmt::format("{} before the first stanza; expected a clause of the header, or [Term]", quote(tag)));
    if (id) stanza_ = Stanza::PassedOver;  // of a stanza whose first line is broken or missing
  }

  /// The id of a term becomes an IRI; that of a relation may be a name. Another one may be that of a stanza whose first line
  /// is broken: it ends the stanza.
  void take_id(OboClause& clause) {
    std::string id = stanza_ == Stanza::Term ? ids_.read(clause) : std::string(clause.needed_word("id; expected one such as part_of"));
    const char* const place = clause.word_place();
    clause.finish();
    if (id_.empty()) {
      id_faulty_ = !clause.well_formed();
      if (!id_faulty_) id_ = std::move(id);
    } else if (!clause.well_formed() || id != id_) {
      clause.fail(place, fmt::format("a second id in the stanza of line {}: what follows here is left out", stanza_line_),
                  "is a line such as [Term] missing before it?");
      end_stanza();
    }
  }

  void take_typedef(std::string_view tag, OboClause& clause) {
    if (tag == "name") {
      std::string name = clause.text();  // merged files have several: the first one counts
      if (clause.well_formed() && relation_.name.empty()) relation_.name = std::move(name);
    } else if (tag == "xref") {
      std::string reference = clause.reference();
      if (clause.well_formed()) relation_.cross_references.push_back(std::move(reference));
    }
  }

  const std::string_view text_;
  const bool has_zeros_;
  OboLines lines_;
  Ontology ontology_;
  OboHeader header_;
  const OboIds& ids_;
  OboEdges edges_;
  OboTermReader terms_;
  Diagnostics& diagnostics_;

  // The stanza that is read.
  Stanza stanza_ = Stanza::Header;
  std::uint32_t stanza_line_ = 0;
  std::string id_;  ///< an IRI, of a term
  bool id_faulty_ = false;
  OboRelation relation_;
};

}  // namespace

bool looks_like_obo(std::string_view beginning) {
  OboLines lines(beginning);
  while (lines.next()) {
    const std::string_view line = trim(lines.line());
    if (line.empty() || line.front() == '!') continue;
    OboClause clause(line);
    if (const std::string_view tag = clause.tag(); !tag.empty()) return OboHeader::knows(tag);
    const std::string_view stanza = clause.stanza();
    clause.finish();
    return clause.well_formed() && plain_name(stanza);
  }
  return false;
}

Ontology read_obo(const std::string& path, std::string_view text, const Prefixes& prefixes, Diagnostics& diagnostics) {
  return OboReader(path, text, prefixes, diagnostics).read();
}

}  // namespace musclekg
