// Filters the table of published figures. The state is the fragment of the address, so that a filtered
// table can be linked to: #study=hell-2017&source=review-table&verdict=contradicted&text=diameter
(() => {
  const form = document.getElementById("claim-filter");
  const count = document.getElementById("claim-count");
  const rows = [...document.querySelectorAll("table.claims tbody tr")];
  if (!form || !count || rows.length === 0) return;
  const selects = { study: form.elements.study, source: form.elements.source };
  const boxes = [...form.querySelectorAll("input[name='verdict']")];
  const tallies = [...document.querySelectorAll("table.matrix a.verdict")];
  const texts = rows.map((row) => row.textContent.replaceAll("\u00a0", " ").toLowerCase());

  const read = () => ({
    study: selects.study.value,
    source: selects.source.value,
    verdicts: boxes.filter((box) => box.checked).map((box) => box.value),
    text: form.elements.text.value.trim(),
  });

  function fragmentOf({ study, source, verdicts, text }) {
    const parts = [];
    if (study) parts.push(`study=${encodeURIComponent(study)}`);
    if (source) parts.push(`source=${encodeURIComponent(source)}`);
    if (verdicts.length > 0) parts.push(`verdict=${verdicts.map(encodeURIComponent).join(",")}`);
    if (text) parts.push(`text=${encodeURIComponent(text)}`);
    return parts.length > 0 ? `#${parts.join("&")}` : "";
  }

  function apply(state) {
    const { study, source, verdicts, text } = state;
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      const fits =
        (study === "" || row.dataset.study === study) &&
        (source === "" || row.dataset.source === source) &&
        (verdicts.length === 0 || verdicts.includes(row.dataset.verdict)) &&
        words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    count.textContent =
      shown === rows.length
        ? `${rows.length} published figures`
        : `${shown} of ${rows.length} published figures`;
    // The number of the matrix that counts these rows.
    const fragment = fragmentOf(state);
    for (const link of tallies) {
      if (link.getAttribute("href") === fragment) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function remember(state) {
    history.replaceState(null, "", location.href.replace(/#.*$/, "") + fragmentOf(state));
  }

  function clear() {
    for (const select of Object.values(selects)) select.value = "";
    form.elements.text.value = "";
    for (const box of boxes) box.checked = false;
  }

  // A fragment without "=" is a place on the page: a figure that is hidden comes back.
  function restore() {
    const fragment = location.hash.slice(1);
    if (fragment !== "" && !fragment.includes("=")) {
      const target = document.getElementById(fragment);
      if (!target?.hidden) return;
      clear();
      apply(read());
      target.scrollIntoView();
      return;
    }
    const state = new URLSearchParams(fragment);
    for (const [name, select] of Object.entries(selects)) {
      const value = state.get(name) ?? "";
      const known = [...select.options].some((option) => option.value === value);
      select.value = known ? value : "";
    }
    const verdicts = (state.get("verdict") ?? "").split(",");
    for (const box of boxes) box.checked = verdicts.includes(box.value);
    form.elements.text.value = state.get("text") ?? "";
    apply(read());
    // As after every link within a page, reading goes on where it leads.
    if (fragment !== "") {
      form.scrollIntoView();
      count.focus({ preventScroll: true });
    }
  }

  function changed() {
    const state = read();
    apply(state);
    remember(state);
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    changed();
  });
  window.addEventListener("hashchange", restore);
  form.hidden = false;
  restore();
})();
