"""The style of the page that html writes: for screens, light and dark, and for paper."""

STYLE = """
:root { color-scheme: light dark; --line: light-dark(#d5d8dd, #44484f);
  --quiet: light-dark(#5a616b, #a3abb6); --quote: light-dark(#f4f5f7, #24272c);
  --error: light-dark(#b3261e, #ff8a80); --warning: light-dark(#8a5a00, #ffc56b);
  --info: light-dark(#1a5fb4, #8ab8ff); }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; line-height: 1.6;
  background: light-dark(#fff, #17191c); color: light-dark(#1b1d21, #e4e6ea);
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h2 { border-bottom: 2px solid var(--line); overflow-wrap: anywhere; }
h3 { margin-bottom: .5rem; }
h4 { margin: 0; font-size: 1rem; }
a { color: inherit; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .25rem .75rem; text-align: right; }
th:first-child, td:first-child { text-align: left; overflow-wrap: anywhere; }
article { border-left: 4px solid var(--tone); padding-left: 1rem; margin: 1.25rem 0;
  overflow-wrap: anywhere; break-inside: avoid; }
article p { margin: .25rem 0; }
article ul { margin: .25rem 0; padding-left: 1.25rem; color: var(--quiet); }
.error { --tone: var(--error); }
.warning { --tone: var(--warning); }
.info { --tone: var(--info); }
.severity { color: var(--tone); }
.place, .line { color: var(--quiet); font-weight: normal; }
blockquote { margin: .5rem 0; padding: .5rem .75rem; background: var(--quote); }
blockquote u { background: light-dark(#fff3c4, #4a4023); text-decoration: underline 2px var(--tone);
  text-underline-offset: .2em; }
summary { cursor: pointer; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""
