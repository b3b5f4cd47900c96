"""The style of the what-if pages; constant, put into the start page after the others.

A slider shows where a value lies, the field beside it the number (as Indonesians write it): the slider's own
figures, which follow American spelling, are hidden from sight and left to screen readers.
"""

GAYA_SIMULASI = """
<style>
.st-key-geser-simulasi [data-testid="stSliderThumbValue"], .st-key-geser-simulasi [data-testid="stSliderTickBar"],
.st-key-geser-merit [data-testid="stSliderThumbValue"], .st-key-geser-merit [data-testid="stSliderTickBar"] {
  opacity: 0; height: 0; }
.st-key-geser-simulasi input, .st-key-geser-merit input { text-align: right; font-variant-numeric: tabular-nums; }
.st-key-geser-simulasi [data-testid="stSlider"], .st-key-geser-merit [data-testid="stSlider"] { padding-bottom: 0; }

#root [data-testid="stMain"] [data-testid="stWidgetLabelRequired"] { display: none; }

.dk-sim { position: relative; display: flow-root; container-type: inline-size; }
.dk-sim::after { content: "SIMULASI"; position: absolute; inset: 0; overflow: hidden; pointer-events: none;
  display: flex; align-items: center; justify-content: center; font-weight: 800; letter-spacing: .12em;
  font-size: min(14cqw, 6rem); opacity: .05; transform: rotate(-12deg); }
.dk-sim .dk-kartu > p:first-child { margin-bottom: .35rem; }
.dk-sim h4, h4.dk-anak { font-size: .95rem; font-weight: 650; margin: 1.1rem 0 .35rem; padding: 0; }
.dk-sim ul { margin: 0; padding-left: 1.1rem; font-size: .89rem; }
.dk-sim li { margin: .15rem 0; }
.dk-sasaran .dk-nilai { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .45rem;
  white-space: normal; }
.dk-sasaran .dk-semula { font-size: 1.1rem; font-weight: 500; }
.dk-sasaran p { font-size: .88rem; }
.dk-sim ul.dk-sumbang { list-style: none; padding: 0; }
.dk-sumbang li { display: grid; grid-template-columns: minmax(7rem, 14rem) minmax(4rem, 1fr) 4.5rem; gap: .8rem;
  align-items: center; margin: .25rem 0; overflow-wrap: anywhere; }
.dk-sim tbody th small { display: block; font-size: .8rem; white-space: normal; max-width: 11rem; }
.dk-sumbang b { text-align: right; font-weight: 600; }
.dk-poros { position: relative; height: 14px; display: block;
  background: linear-gradient(currentColor, currentColor) center / 1px 100% no-repeat; }
.dk-poros i { position: absolute; top: 2px; bottom: 2px; background: #808691; }
.dk-galat { font-size: .86rem; border-left: 3px solid #B62A20; padding: .3rem .7rem; margin: 0; }
.dk-merit-sub { display: block; font-size: .85rem; }
.dk-tabel td.dk-penuh { white-space: nowrap; }
.dk-meter { display: inline-block; width: 5.5rem; height: 9px; vertical-align: baseline; margin-right: .5rem;
  background: color-mix(in srgb, currentColor 12%, transparent); }
.dk-meter i { display: block; height: 100%; background: #808691; }
ol.dk.dk-kerja { list-style: none; margin: .3rem 0 0; padding: 0; }
.dk-kerja li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 15rem) 6.5rem 6rem; gap: .15rem 1rem;
  padding: .5rem 0; margin: 0; align-items: baseline; font-size: .92rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 12%, transparent); }
.dk-kerja .dk-angka { text-align: right; }
.dk-sim .dk-lipat .dk-kerja { margin: 0; }
.dk-merit-besar { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; align-items: baseline; font-size: .95rem; }
.dk-merit-besar .dk-nilai { font-size: 2.1rem; font-weight: 650; line-height: 1.2; }
.dk-merit-catatan { display: grid; gap: .5rem; }
.dk-merit-catatan p { margin: 0; }
.dk-lipat td:nth-of-type(3) { min-width: 9rem; }
.dk-tabel a { color: inherit; }
.dk-lipat { border-bottom: 1px solid color-mix(in srgb, currentColor 12%, transparent); padding: .55rem 0; }
.dk-lipat summary { cursor: pointer; font-size: .93rem; }
.dk-lipat summary .dk-redup { font-size: .86rem; margin-left: .4rem; }
.dk-lipat .dk-gulir { margin: .4rem 0 .6rem; }
.dk-merit-jalur { position: relative; height: 16px; background: color-mix(in srgb, currentColor 10%, transparent); }
.dk-merit-jalur i { position: absolute; display: block; top: 0; bottom: 0; }
.dk-merit-jalur .dk-merit-isi { left: 0; background: #808691; }
.dk-merit-jalur .dk-batas { width: 1px; background: currentColor; opacity: .5; }
.dk-merit-jalur .dk-garis { width: 3px; margin-left: -1px; background: currentColor; top: -3px; bottom: -3px; }
.dk-merit-skala .dk-patok { margin-top: .15rem; margin-bottom: .5rem; }
.dk-merit-skala .dk-patok span:first-child { transform: translateX(-50%); }
.dk-merit-skala .dk-patok span { white-space: nowrap; }
@media (max-width: 640px) {
  .dk-kerja li { grid-template-columns: 1fr auto; }
  .dk-kerja li > :first-child, .dk-kerja li > :nth-child(2) { grid-column: 1 / -1; }
  .dk-sumbang li { grid-template-columns: minmax(5.5rem, 8rem) 1fr 4rem; gap: .5rem; }
}
</style>
"""
