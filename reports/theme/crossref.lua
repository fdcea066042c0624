-- What Quarto does with its own Markdown, for the renderer that is used where Quarto is not found:
-- conditional content, numbered figures and tables, references to them, call-outs and folded code.

local html = FORMAT:match("^html") ~= nil
local words = { fig = "Figure", tbl = "Table" }
local count = { fig = 0, tbl = 0 }
local numbered = {} -- identifier → { word, number }

local function is_format(name)
  if name == "html" then return html end
  return FORMAT == name
end

local function escape(text)
  return (text:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(">", "&gt;"):gsub('"', "&quot;"))
end

-- ::: {.content-visible when-format="html"}
local function conditional(div)
  local show = div.classes:includes("content-visible")
  local hide = div.classes:includes("content-hidden")
  if not show and not hide then return nil end
  local when, unless = div.attributes["when-format"], div.attributes["unless-format"]
  local holds = (not when or is_format(when)) and not (unless and is_format(unless))
  if holds == show then return div.content end
  return {}
end

local function label(kind, number)
  return pandoc.Span({ pandoc.Str(words[kind] .. "\u{a0}" .. number) }, { class = "float-label" })
end

local function caption_of(div, kind, number)
  local last = div.content[#div.content]
  local text = {}
  if last and last.t == "Para" then
    div.content:remove()
    text = last.content
  end
  local caption = pandoc.List({ label(kind, number), pandoc.Str(":"), pandoc.Space() })
  caption:extend(text)
  return pandoc.Plain(caption)
end

-- The alternative text of an image is its description in Word and JATS.
local function describe(image)
  if image.attributes["fig-alt"] then
    image.caption = { pandoc.Str(image.attributes["fig-alt"]) }
    image.attributes["fig-alt"] = nil
    return image
  end
end

-- ::: {#fig-x} … the last paragraph is the caption.
local function float(div)
  local kind = div.identifier:match("^(%a+)%-")
  if not words[kind] then return nil end
  count[kind] = count[kind] + 1
  local number = count[kind]
  numbered[div.identifier] = { kind = kind, number = number }
  local caption = caption_of(div, kind, number)
  local attr = pandoc.Attr(div.identifier, { "float", "float-" .. kind })
  if kind == "fig" then
    return pandoc.Figure(div.content:walk({ Image = describe }), { caption }, attr)
  end
  if html then
    local blocks = pandoc.List({
      pandoc.RawBlock("html", '<figure id="' .. escape(div.identifier) .. '" class="float float-tbl">\n<figcaption>'),
      caption,
      pandoc.RawBlock("html", "</figcaption>"),
    })
    blocks:extend(div.content)
    blocks:insert(pandoc.RawBlock("html", "</figure>"))
    return blocks
  end
  local first = div.content[1]
  if first and first.t == "Table" then
    first.caption = { long = { caption } }
    first.attr = pandoc.Attr(div.identifier)
    return div.content
  end
  div.content:insert(1, pandoc.Para(caption.content))
  return div
end

-- @fig-x, [@fig-x; @tbl-y], [-@fig-x] for the number alone. What is not numbered stays a citation, so
-- that the citation processor reports it.
local function reference(cite)
  local links, others = pandoc.List(), pandoc.List()
  for _, citation in ipairs(cite.citations) do
    local target = numbered[citation.id]
    if target then
      local text = citation.mode == "SuppressAuthor" and tostring(target.number)
        or words[target.kind] .. "\u{a0}" .. target.number
      if #links > 0 then links:extend({ pandoc.Str(","), pandoc.Space() }) end
      links:insert(pandoc.Link(text, "#" .. citation.id, "", { class = "crossref" }))
    else
      others:insert(citation)
    end
  end
  if #links == 0 then return nil end
  if #others > 0 then links:extend({ pandoc.Space(), pandoc.Cite({}, others) }) end
  return links
end

-- Code is folded on a web page; Word and JATS leave it to the notebook.
local function code(block)
  if not block.classes:includes("cell-code") then return nil end
  if not html then return {} end
  local summary = block.attributes["code-summary"] or "Code"
  block.attributes["code-summary"] = nil
  block.attributes["code-fold"] = nil
  return {
    pandoc.RawBlock("html", '<details class="code-fold">\n<summary>' .. escape(summary) .. "</summary>"),
    block,
    pandoc.RawBlock("html", "</details>"),
  }
end

-- The frames of cells mean nothing on paper.
local function frame(div)
  if html then return nil end
  for _, class in ipairs(div.classes) do
    if class == "cell" or class == "trace" or class:match("^cell%-output") then return div.content end
  end
end

local titles = { note = "Note", tip = "Tip", warning = "Warning", important = "Important", caution = "Caution" }

-- ::: {.callout-note title="…"}
local function callout(div)
  for _, class in ipairs(div.classes) do
    local kind = class:match("^callout%-(%a+)$")
    if titles[kind] then
      local title = div.attributes.title
      local heading
      if not title and div.content[1] and div.content[1].t == "Header" then
        heading = div.content:remove(1).content
      end
      local text = heading or { pandoc.Str(title or titles[kind]) }
      div.content:insert(1, pandoc.Div({ pandoc.Plain({ pandoc.Strong(text) }) }, { class = "callout-title" }))
      return pandoc.Div(div.content, { class = "callout callout-" .. kind, role = html and "note" or nil })
    end
  end
end

-- Links to other pages of the site and to folded code lead nowhere in a single document.
local function link(element)
  if html then return nil end
  local target = element.target
  if target:match("^%a[%w+.-]*:") or (target:match("^#") and not target:match("^#cell%-")) then return nil end
  return element.content
end

-- A wide table scrolls within a region that the keyboard reaches.
local function scroll(blocks)
  if not html then return nil end
  return blocks:map(function(block)
    if block.t ~= "Table" then return block end
    local caption = block.caption.long and pandoc.utils.stringify(block.caption.long) or ""
    local name = caption ~= "" and caption or "Table"
    return pandoc.Div({ block }, { class = "table-scroll", role = "region", ["aria-label"] = name, tabindex = "0" })
  end)
end

-- A number and its per cent sign stay on one line.
local function together(inlines)
  for i = 2, #inlines - 1 do
    local before, after = inlines[i - 1], inlines[i + 1]
    if inlines[i].t == "Space" and before.t == "Str" and before.text:match("%d$")
      and after.t == "Str" and after.text:match("^%%") then
      inlines[i] = pandoc.Str("\u{a0}")
    end
  end
  return inlines
end

-- The page's title is its only heading of the first level.
local function headings(doc)
  local top = false
  doc:walk({ Header = function(header) top = top or header.level == 1 end })
  if not top then return nil end
  return doc:walk({ Header = function(header) header.level = header.level + 1; return header end })
end

return {
  { Pandoc = headings },
  { Div = conditional },
  { Div = float },
  { Cite = reference, CodeBlock = code, Link = link },
  { Div = callout },
  { Div = frame },
  { Blocks = scroll, Inlines = together },
}
