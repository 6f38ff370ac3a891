"use strict";
const [words, result, file] = ["words", "result", "file"].map(id => document.getElementById(id));
const rows = [...document.querySelectorAll(".matrix tbody tr")];
const filter = () => {
  const wanted = words.value.toLowerCase();
  let shown = 0;
  for (const row of rows) {
    row.hidden = !row.textContent.toLowerCase().includes(wanted)
      || (result.value !== "" && !row.dataset.state.split(" ").includes(result.value))
      || (file.value !== "" && row.dataset.file !== file.value);
    shown += row.hidden ? 0 : 1;
  }
  document.getElementById("none").hidden = shown > 0;
};
for (const control of [words, result, file]) {
  control.addEventListener("input", filter);
}
const form = document.querySelector(".filters");
form.addEventListener("submit", event => event.preventDefault());
form.hidden = false;
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && location.hash.length > 1) {
    location.hash = "";
  }
});
filter();
