(function () {
'use strict';
// The page is whole without this; it adds the panel, the filters, the order and the keys.
var report = byId('report'), paper = byId('paper');
if (!paper) return;
var panel = byId('panel'), body = byId('pbody'), status = byId('say');
var marks = all('a.f, a.t', paper);
var found = marks.filter(function (m) { return m.hash.slice(0, 2) === '#n'; });
var relations = null, trail = [], current = null;

function byId(id) { return document.getElementById(id); }
function all(selector, root) { return [].slice.call((root || document).querySelectorAll(selector)); }
function one(selector, root) { return (root || document).querySelector(selector); }
function words(key, n, of) {
  return (report.getAttribute('data-' + key) || '').replace('{n}', n).replace('{of}', of);
}
function element(name, text, kind) {
  var made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}
function target(link) {
  try { return byId(decodeURIComponent(link.hash.slice(1))); } catch (malformed) { return null; }
}
function mark(node) { return node && node.closest ? node.closest('#paper a.f, #paper a.t') : null; }

// What a figure is -------------------------------------------------------------------------------
function printed(m) {
  var copy = m.cloneNode(true);
  all('sup', copy).forEach(function (sup) { sup.remove(); });
  return copy.textContent;
}
function findings(m) {
  var sup = one('sup', m);
  if (!sup) return [];
  return sup.lastChild.textContent.split(' ').filter(Boolean).map(function (n) { return byId('n' + n); });
}
function label(m) { return m.getAttribute('data-q') || ''; }
function state(m) {
  var notes = findings(m);
  if (!notes.length) return m.getAttribute('data-why') || words('state-right');
  var kind = m.classList.contains('sus') ? words('state-disputed') : one('.sv', notes[0]).textContent;
  return kind + words('comma') + notes.map(function (n) { return words('numbered', n.value); }).join(words('comma'));
}
function above(m) {
  var wide = m.closest('.wide'), title = wide && wide.previousElementSibling;
  while (title && !title.matches('.title')) title = title.previousElementSibling;
  if (title) return printed(title);
  var section = m.closest('section'), heading = section && one('h3, h4, h5, h6', section);
  return heading ? printed(heading) : '';
}
function operands(li) { return [].filter.call(li.children, function (c) { return c.tagName === 'A'; }); }
function binding(m) {
  if (!relations) {
    relations = {};
    all('#ledger li').forEach(function (li) {
      operands(li).forEach(function (a) {
        var key = a.hash.slice(1), row = relations[key] = relations[key] || [];
        if (row.indexOf(li) < 0) row.push(li);
      });
    });
  }
  return relations[m.id] || [];
}

// The panel --------------------------------------------------------------------------------------
function note(card) {
  var box = element('div', '', card.className.split(' ')[1] + ' say');
  var link = element('a', words('numbered', card.value) + words('colon') + one('.name', card).textContent);
  link.href = '#' + card.id;
  box.appendChild(link);
  var terms = one('dl', card).cloneNode(true);
  all('.also', terms).forEach(function (dd) { dd.previousElementSibling.remove(); dd.remove(); });
  box.appendChild(terms);
  return box;
}
function elsewhere(m, rows) {
  var list = element('ul');
  rows.forEach(function (li) {
    operands(li).forEach(function (a) {
      var other = target(a);
      if (!other || other === m) return;
      var same = printed(other) === printed(m);
      var row = element('li', '', same ? 'pl' : 'pl x');
      var link = element('a', printed(other));
      link.href = a.hash;
      row.appendChild(link);
      row.appendChild(element('span', [above(other), other.getAttribute('data-p')].filter(Boolean).join(words('comma'))));
      row.appendChild(element('em', words(same ? 'equal' : 'differs')));
      list.appendChild(row);
    });
  });
  return list;
}
function computations(m, rows) {
  var list = element('ul');
  rows.forEach(function (li) {
    var copy = li.cloneNode(true);
    copy.removeAttribute('id');
    all('a', copy).forEach(function (a) {
      if (a.hash === '#' + m.id) { a.className = 'cur'; a.setAttribute('aria-current', 'true'); }
    });
    list.appendChild(copy);
  });
  return list;
}
function clear() {
  all('.rel, .me', paper).forEach(function (x) { x.classList.remove('rel', 'me'); });
  all('.n.on').forEach(function (x) { x.classList.remove('on'); });
}
function show(m) {
  clear();
  current = m;
  m.classList.add('me');
  body.textContent = '';
  var head = byId('panel-h');
  head.textContent = (label(m) + '　' + printed(m)).trim();
  head.appendChild(element('small', [state(m), above(m), m.getAttribute('data-p')].filter(Boolean).join(words('comma'))));
  findings(m).forEach(function (card) {
    card.classList.add('on');
    body.appendChild(note(card));
    var list = byId('list');
    if (getComputedStyle(list).position === 'sticky') list.scrollTop = card.offsetTop - list.clientHeight / 3;
  });
  if (m.hasAttribute('data-why')) body.appendChild(element('p', m.getAttribute('data-why'), 'say'));
  var mine = binding(m), same = mine.filter(function (li) { return li.getAttribute('data-k') === 'same'; });
  var places = elsewhere(m, same);
  if (places.children.length) { body.appendChild(element('h3', words('same'))); body.appendChild(places); }
  if (mine.length) {
    body.appendChild(element('h3', words('binds', mine.length)));
    body.appendChild(computations(m, mine));
  }
  mine.forEach(function (li) {
    operands(li).forEach(function (a) { var o = target(a); if (o && o !== m) o.classList.add('rel'); });
  });
  var at = marks.indexOf(m);
  byId('prev').setAttribute('aria-disabled', !found.some(function (p) { return marks.indexOf(p) < at; }));
  byId('next').setAttribute('aria-disabled', !found.some(function (p) { return marks.indexOf(p) > at; }));
  panel.hidden = false;
  panel.scrollTop = 0;
  status.textContent = head.textContent;
}
function reveal(m) {
  for (var fold = m.closest('details'); fold; fold = fold.parentNode.closest('details')) fold.open = true;
  var box = m.getBoundingClientRect(), low = innerHeight - (panel.hidden ? 0 : panel.offsetHeight);
  if (box.top < 110 || box.bottom > low - 20) scrollBy(0, box.top - Math.max(120, low * 0.4));
  var wide = m.closest('.wide'), cell = m.closest('td, th');
  if (wide && cell && wide.scrollWidth > wide.clientWidth) wide.scrollLeft = cell.offsetLeft - wide.clientWidth / 2;
}
var stop = null;
function rove(m) {
  if (stop) stop.tabIndex = -1;
  m.tabIndex = 0;
  stop = m;
}
function go(m, from) {
  if (from) trail.push(from);
  rove(m);
  show(m);
  m.focus({preventScroll: true});
  reveal(m);
}
function shut() {
  panel.hidden = true;
  clear();
  trail = [];
  if (current) { var was = current; current = null; was.focus({preventScroll: true}); }
}
function back() {
  var to = trail.pop();
  while (to && !to.isConnected) to = trail.pop();
  if (!to) { shut(); return; }
  if (mark(to)) { go(to); return; }
  shut();
  to.focus({preventScroll: true});
  to.scrollIntoView({block: 'center'});
}
function jump(list, by) {
  var at = marks.indexOf(current || mark(document.activeElement) || stop);
  var row = by > 0 ? list : list.slice().reverse();
  var next = row.filter(function (p) { return by > 0 ? marks.indexOf(p) > at : marks.indexOf(p) < at; })[0];
  if (next) go(next);
}
function toCard(card) {
  shut();
  card.hidden = false;
  card.classList.add('on');
  var link = one('h4 a', card);
  link.focus({preventScroll: true});
  link.scrollIntoView({block: 'center'});
}
document.addEventListener('click', function (e) {
  var link = e.target.closest && e.target.closest('a[href^="#"]');
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
  var to = target(link), place = mark(to);
  if (mark(link)) { e.preventDefault(); if (link !== current) go(link, panel.hidden ? null : current); return; }
  if (place) { e.preventDefault(); if (place !== current) go(place, link.closest('#panel') ? current : link); else place.focus(); return; }
  if (to && to.matches('.n') && !to.contains(link)) { e.preventDefault(); toCard(to); return; }
  if (to && to.closest('details')) to.closest('details').open = true;
});
byId('close').onclick = shut;
byId('back').onclick = back;
byId('prev').onclick = function () { jump(found, -1); this.focus({preventScroll: true}); };
byId('next').onclick = function () { jump(found, 1); this.focus({preventScroll: true}); };

// The keys; they act inside the report alone ------------------------------------------------------
function down(m, by) {
  var cell = m.closest('td, th'), row = cell && cell.parentNode;
  while (row && (row = by > 0 ? row.nextElementSibling : row.previousElementSibling)) {
    var other = row.cells[cell.cellIndex], to = other && one('a.f, a.t', other);
    if (to) return to;
  }
  return null;
}
document.addEventListener('keydown', function (e) {
  if (e.key === 'Escape' && !panel.hidden) { e.preventDefault(); back(); }
});
paper.addEventListener('keydown', function (e) {
  var m = mark(e.target), key = e.key.toLowerCase(), to = null;
  if (!m || e.altKey || e.ctrlKey || e.metaKey) return;
  var at = marks.indexOf(m);
  if (key === 'n' || key === 'p' || key === 'u') {
    e.preventDefault();
    jump(key === 'u' ? all('a.un', paper) : found, key === 'p' ? -1 : 1);
    return;
  }
  if (key === 'arrowright') to = marks[at + 1];
  else if (key === 'arrowleft') to = marks[at - 1];
  else if (key === 'arrowdown') to = down(m, 1);
  else if (key === 'arrowup') to = down(m, -1);
  if (!to) return;
  e.preventDefault();
  if (!panel.hidden) { go(to); return; }
  rove(to);
  to.focus({preventScroll: true});
  reveal(to);
});

// Filters and order -------------------------------------------------------------------------------
var form = byId('filter'), cards = byId('cards'), groups = all('.g', cards), notes = all('.n', cards);
var homes = notes.map(function (n) { return n.parentNode; });
function position(card) {
  var m = mark(target(one('h4 a', card)));
  return m ? marks.indexOf(m) : marks.length;
}
function passes(card) {
  var severities = all('[name=s]:checked', form).map(function (box) { return box.value; });
  return severities.indexOf(card.getAttribute('data-s')) >= 0
    && (!form.f.value || card.getAttribute('data-f').indexOf(form.f.value) === 0)
    && (!form.c.value || card.getAttribute('data-c') === form.c.value);
}
function order(by) {
  var flat = byId('flat');
  notes.forEach(function (n, i) { homes[i].appendChild(n); });
  if (flat) flat.remove();
  if (!by) return;
  var keyed = notes.map(function (n) { return [by === 'rule' ? n.getAttribute('data-f') : position(n), n.value, n]; });
  keyed.sort(function (a, b) { return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]; });
  flat = element('section', '', 'g');
  flat.id = 'flat';
  flat.appendChild(element('h3', words('flat')));
  var list = element('ol');
  keyed.forEach(function (row) { list.appendChild(row[2]); });
  flat.appendChild(list);
  cards.appendChild(flat);
}
if (form) {
  form.hidden = false;
  form.addEventListener('change', function () {
    var shown = 0;
    notes.forEach(function (n) { n.hidden = !passes(n); shown += !n.hidden; });
    order(form.o.value);
    groups.forEach(function (g) { g.hidden = !one('.n:not([hidden])', g); });
    byId('shown').textContent = shown === notes.length ? words('count', shown) : words('some', shown, notes.length);
    byId('none').hidden = shown > 0;
    status.textContent = words('showing', byId('shown').textContent);
  });
  form.addEventListener('submit', function (e) { e.preventDefault(); });
}
byId('keys').hidden = !marks.length;
marks.forEach(function (m) { m.tabIndex = -1; });
if (marks.length) rove(found[0] || marks[0]);
// First all is measured, then all is changed: the other way round each would be laid out again.
all('.wide').filter(function (w) { return w.scrollWidth <= w.clientWidth; }).forEach(function (w) {
  ['tabindex', 'role', 'aria-label'].forEach(function (name) { w.removeAttribute(name); });
});
function opened() {
  var at = target(location);
  // Another page leads to a finding; what it is of is what is looked for.
  if (at && at.id.charAt(0) === 'm' && one('a', at)) at = target(one('a', at)) || at;
  if (mark(at)) go(mark(at));
  else if (at && at.closest('details')) at.closest('details').open = true;
}
addEventListener('hashchange', opened);
opened();
})();
