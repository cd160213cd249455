// Convenience only: the page is whole without it.
(function () {
  "use strict";
  var all = function (query) { return Array.prototype.slice.call(document.querySelectorAll(query)); };

  // Older browsers do not open what a link points into.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var place = id && document.getElementById(id);
    if (!place) return;
    var closed = false;
    for (var box = place; box; box = box.parentElement) {
      if (box.tagName === "DETAILS" && !box.open) { box.open = true; closed = true; }
    }
    if (closed) place.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  all("button[data-open]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(open));
      button.textContent = open ? "Hide all evidence" : "Show all evidence";
      all("details.proof").forEach(function (box) { box.open = open; });
    });
  });

  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = all("details:not([open]):not(.why)");
    opened.forEach(function (box) { box.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (box) { box.open = false; });
  });
})();
