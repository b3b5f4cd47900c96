"""The shell's style block, put into the start page (dashboard/asgi.py). Constant: nothing is interpolated into it.

Tints are mixes of the text colour, so that one rule serves the light and the dark theme; status colours are
the five of dashboard/texts.py.
"""

GAYA = """
<style>
#root [data-testid="stMainBlockContainer"] { max-width: 1480px; padding-left: 2.5rem; padding-right: 2.5rem; }
#root [data-testid="stSidebar"] [data-testid="stWidgetLabelRequired"] { display: none; }
#root [data-testid="stLogo"], #root [data-testid="stHeaderLogo"] { height: 2rem; max-width: 100%; }
#root [data-tag] { color: inherit; background-color: color-mix(in srgb, currentColor 13%, transparent); }

:is([data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primaryFormSubmit"])[data-testid]:not(:disabled) {
  color: light-dark(#FFFFFF, #0E1117); }

.dk { color: inherit; line-height: 1.45; }
.dk h1, .dk h2, .dk h3, .dk p { margin: 0; padding: 0; letter-spacing: normal; }
.dk-redup { color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-angka { white-space: nowrap; }
.dk table .dk-angka, table.dk .dk-angka { font-variant-numeric: tabular-nums; }

.dk-kepala { padding-bottom: .25rem; }
.dk-kepala .dk-halaman { font-size: .8rem; font-weight: 600; letter-spacing: .02em; }
.dk-kepala h1 { font-size: 1.6rem; font-weight: 650; line-height: 1.25; max-width: 46ch; text-wrap: balance;
  margin: .15rem 0 .3rem; }
.dk-kepala .dk-konteks { font-size: .9rem; display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: center; }
.dk-kepala .dk-konteks > span:not(.dk-lencana):has(+ span:not(.dk-lencana))::after { content: "·"; margin-left: .6rem; }

.dk-status { display: inline-flex; align-items: baseline; gap: .38em; font-weight: 600; white-space: nowrap; }
.dk-bentuk { font-size: .95em; line-height: 1; min-width: 1em; text-align: center; font-variant-emoji: text; }
.dk-merah { color: #B62A20; } .dk-oranye { color: #E07800; } .dk-hijau { color: #26975E; }
.dk-biru { color: #4B78D2; } .dk-abu { color: #656A72; }

.dk-lencana { display: inline-block; font-size: .78rem; font-weight: 600; line-height: 1.3; white-space: nowrap;
  padding: .08rem .5rem; border-radius: 999px;
  border: 1px dashed color-mix(in srgb, currentColor 45%, transparent); }

.dk-kisi { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); }
.dk-kartu { border: 1px solid color-mix(in srgb, currentColor 15%, transparent); border-radius: 8px;
  padding: .8rem 1rem .85rem; display: flex; flex-direction: column; min-width: 0; }
.dk-kartu h3 { font-size: .86rem; font-weight: 600; line-height: 1.35;
  color: color-mix(in srgb, currentColor 76%, transparent); }
.dk-kartu .dk-nilai { font-size: 1.85rem; font-weight: 650; line-height: 1.2; margin: .25rem 0 .15rem; }
.dk-kartu .dk-nilai small { font-size: .95rem; font-weight: 500; margin-left: .3rem;
  color: color-mix(in srgb, currentColor 76%, transparent); }
.dk-kartu .dk-bawah p { font-size: .86rem; }
.dk-kartu .dk-bawah p + p { margin-top: .15rem; }

.dk-catatan { border-left: 3px solid color-mix(in srgb, currentColor 40%, transparent); padding: .45rem .8rem;
  background: color-mix(in srgb, currentColor 5%, transparent); border-radius: 0 6px 6px 0; font-size: .9rem; }
.dk-kosong { border: 1px dashed color-mix(in srgb, currentColor 35%, transparent); border-radius: 8px;
  padding: 1.6rem 1.25rem; text-align: center; }
.dk-kosong h2 { font-size: 1.05rem; font-weight: 600; }
.dk-kosong p { margin: .35rem auto 0; max-width: 56ch; font-size: .92rem; }
.dk-legenda { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; font-size: .84rem; }
.dk-legenda .dk-status { font-weight: 500; }
.dk-kaki { margin-top: 1.5rem; padding-top: .6rem; font-size: .8rem;
  border-top: 1px solid color-mix(in srgb, currentColor 14%, transparent);
  display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
.dk p.dk-instansi, p.dk-instansi { font-size: .82rem; line-height: 1.35; margin: -.55rem 0 -.15rem; }

@media (max-width: 640px) {
  #root [data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
  .dk-kepala h1 { font-size: 1.3rem; }
  .dk-kisi { gap: .55rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr)); }
  .dk-kartu { padding: .65rem .8rem .7rem; }
  .dk-kartu .dk-nilai { font-size: 1.5rem; }
}
@media print {
  #root :is([data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"]) { display: none; }
  .dk-kartu { break-inside: avoid; }
}
</style>
"""
