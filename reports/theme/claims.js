// Filters the table of published figures. The state is the fragment of the address, so that a filtered
// table can be linked to: #study=hell-2017&verdict=contradicted&text=diameter
(() => {
  const form = document.getElementById("claim-filter");
  const count = document.getElementById("claim-count");
  const rows = [...document.querySelectorAll("table.claims tbody tr")];
  if (!form || !count || rows.length === 0) return;
  const boxes = [...form.querySelectorAll("input[name='verdict']")];
  const texts = rows.map((row) => row.textContent.replaceAll("\u00a0", " ").toLowerCase());

  const read = () => ({
    study: form.elements.study.value,
    verdicts: boxes.filter((box) => box.checked).map((box) => box.value),
    text: form.elements.text.value.trim(),
  });

  function apply({ study, verdicts, text }) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      const fits =
        (study === "" || row.dataset.study === study) &&
        (verdicts.length === 0 || verdicts.includes(row.dataset.verdict)) &&
        words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    count.textContent =
      shown === rows.length
        ? `${rows.length} published figures`
        : `${shown} of ${rows.length} published figures`;
  }

  function remember({ study, verdicts, text }) {
    const parts = [];
    if (study) parts.push(`study=${encodeURIComponent(study)}`);
    if (verdicts.length > 0) parts.push(`verdict=${verdicts.map(encodeURIComponent).join(",")}`);
    if (text) parts.push(`text=${encodeURIComponent(text)}`);
    const address =
      location.href.replace(/#.*$/, "") + (parts.length > 0 ? `#${parts.join("&")}` : "");
    history.replaceState(null, "", address);
  }

  function clear() {
    form.elements.study.value = "";
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
    const study = state.get("study") ?? "";
    const known = [...form.elements.study.options].some((option) => option.value === study);
    form.elements.study.value = known ? study : "";
    const verdicts = (state.get("verdict") ?? "").split(",");
    for (const box of boxes) box.checked = verdicts.includes(box.value);
    form.elements.text.value = state.get("text") ?? "";
    apply(read());
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
