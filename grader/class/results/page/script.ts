/** What the page does in the browser: a table that sorts, and opens the checks of a student. No network, no library. */
export const SCRIPT = `
const { students, checks, exercises, pages } = JSON.parse(document.getElementById('data').textContent);
const body = document.querySelector('#students tbody');
const words = { '+': 'passed', '-': 'failed', '?': 'not judged' };
const cell = (row, value) => {
  const added = row.insertCell();
  added.textContent = value;
  if (typeof value === 'number') added.className = 'number';
};
function show() {
  body.replaceChildren();
  for (const student of students) {
    const row = body.insertRow();
    const button = document.createElement('button');
    button.textContent = student[0];
    button.setAttribute('aria-expanded', 'false');
    const first = row.insertCell();
    first.append(button);
    const page = pages[student[4 + exercises.length]];
    if (page !== null) {
      const link = document.createElement('a');
      link.href = page;
      link.textContent = 'page';
      link.className = 'on-screen';
      link.ariaLabel = 'Page of ' + student[0];
      first.append(' ', link);
    }
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
