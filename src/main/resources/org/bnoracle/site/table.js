'use strict';
// Tables sort by the buttons in their heads and show the rows that have all words of their filter.
for (const table of document.querySelectorAll('table[data-sorts]')) {
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent.trim();
    const number = Number(text === 'Infinity' ? Infinity : text);
    return text === '' || Number.isNaN(number) ? text : number;
  };
  const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
  heads.forEach((head, column) => head.querySelector('button')?.addEventListener('click', () => {
    const isAscending = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', isAscending ? 'ascending' : 'descending');
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => (isAscending ? 1 : -1) * compare(key(a, column), key(b, column)));
    table.tBodies[0].append(...rows);
  }));
}
for (const input of document.querySelectorAll('input[data-table]')) {
  const rows = [...document.getElementById(input.dataset.table).tBodies[0].rows];
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    document.getElementById(`shown-${input.dataset.table}`).textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
  });
}
