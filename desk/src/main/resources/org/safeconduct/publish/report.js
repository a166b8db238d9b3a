"use strict";
// The page works without this. On paper, everything that is folded is unfolded.
addEventListener("beforeprint", function () {
  document.querySelectorAll("details").forEach(function (part) { part.open = true; });
});
