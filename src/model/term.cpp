#include "model/term.h"

namespace musclekg {

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::Exact:
      return "exact";
    case Scope::Narrow:
      return "narrow";
    case Scope::Broad:
      return "broad";
    case Scope::Related:
      return "related";
  }
  return "";
}

std::string_view name_of(SynonymType type) {
  switch (type) {
    case SynonymType::Latin:
      return "Latin";
    case SynonymType::Abbreviation:
      return "abbreviation";
    case SynonymType::Plural:
      return "plural";
    case SynonymType::None:
    case SynonymType::Other:
      break;
  }
  return "";
}

}  // namespace musclekg
