// Words that tell what a part of a page is about, from `page-topics.tsv`.

#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/hash.h"
#include "extract/lexicon.h"
#include "model/page.h"

namespace musclekg {

class TopicWords {
 public:
  TopicWords(const std::string& path, Diagnostics& diagnostics);

  /// What a text is likely about.
  struct Verdict {
    Topic topic = Topic::Structure;
    int weight = 0;  ///< 0: no word tells
    std::string by;  ///< the words that told, as in the table, joined by ", "; at most five
  };
  /// The topic with the greatest weight: the sum of the weights of its different words in the text, and of levels and movements. Of equals
  /// the first in the order of Topic.
  Verdict judge(Tokens tokens) const;

 private:
  tsl::robin_map<std::string, std::vector<std::pair<Topic, int>>, TextHash, std::equal_to<>> words_;
};

}  // namespace musclekg
