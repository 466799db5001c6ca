/** What the page does in the browser: a table that sorts, and opens the checks of a student. No network, no library. */
export const SCRIPT = `
const { students, checks, exercises } = JSON.parse(document.getElementById('data').textContent);
const body = document.querySelector('#students tbody');
const words = { '+': 'passed', '-': 'failed', '?': 'not judged' };
const cell = (row, text) => { row.insertCell().textContent = text; };
function show() {
  body.replaceChildren();
  for (const student of students) {
    const row = body.insertRow();
    const button = document.createElement('button');
    button.textContent = student[0];
    button.setAttribute('aria-expanded', 'false');
    row.insertCell().append(button);
    student.slice(1, 3 + exercises.length).forEach((value) => cell(row, value));
    button.onclick = () => toggle(button, row, student);
  }
}
function toggle(button, row, student) {
  if (button.getAttribute('aria-expanded') === 'true') {
    row.nextSibling.remove();
    button.setAttribute('aria-expanded', 'false');
    return;
  }
  const detail = document.createElement('tr');
  detail.className = 'detail';
  const list = document.createElement('ul');
  checks.forEach((title, i) => {
    const mark = student[3 + exercises.length][i] || '?';
    const item = document.createElement('li');
    item.className = words[mark].replace(' ', '-');
    item.textContent = words[mark] + ': ' + title;
    list.append(item);
  });
  const wide = detail.insertCell();
  wide.colSpan = 3 + exercises.length;
  wide.append(list);
  row.after(detail);
  button.setAttribute('aria-expanded', 'true');
}
let sorted = 0, direction = 1;
document.querySelectorAll('#students th button').forEach((button, column) => {
  button.onclick = () => {
    direction = sorted === column ? -direction : 1;
    sorted = column;
    students.sort((a, b) => direction * (typeof a[column] === 'number' && typeof b[column] === 'number'
      ? a[column] - b[column] : String(a[column]).localeCompare(String(b[column]))));
    document.querySelectorAll('#students th').forEach((th, i) => th.ariaSort = i === column ? (direction > 0 ? 'ascending' : 'descending') : null);
    show();
  };
});
show();
`;

export const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1, h2 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc; vertical-align: top; }
td.number, th.number { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; }
button { font: inherit; border: 0; background: none; padding: 0; color: #0b57a4; cursor: pointer; text-align: left; }
th button { font-weight: bold; } th[aria-sort=ascending] button::after { content: ' ▲'; } th[aria-sort=descending] button::after { content: ' ▼'; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: .6rem; font-size: .85rem; }
.detail li.failed { color: #a40000; } .detail li.not-judged { color: #666; }
.wide { overflow-x: auto; } svg text { font: 12px system-ui, sans-serif; }
@media print { .wide { overflow: visible; } thead { display: table-header-group; break-inside: avoid; } /* A browser repeats a heading on each page, but no button. */ th button { display: none; } th[data-title]::before { content: attr(data-title); } body { max-width: none; margin: 0; font-size: 11pt; } h2 { break-after: avoid; } tr, pre, svg { break-inside: avoid; } button { color: inherit; } }
`;
