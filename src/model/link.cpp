#include "model/link.h"

namespace musclekg {

std::string_view name_of(LinkRule rule) {
  switch (rule) {
    case LinkRule::GivenId:
      return "given id";
    case LinkRule::Label:
      return "label";
    case LinkRule::ExactSynonym:
      return "exact synonym";
    case LinkRule::Inflected:
      return "inflected name";
    case LinkRule::Composed:
      return "composed";
    case LinkRule::Provisional:
      return "provisional";
    case LinkRule::Refused:
      return "refused";
  }
  return "";
}

}  // namespace musclekg
