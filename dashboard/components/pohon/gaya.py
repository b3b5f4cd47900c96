"""The style of the cascade page outside the drawn tree: legend, table, drawer; put into the start page."""

GAYA_POHON = """
<style>
.dk.dk-sifat.dk-sifat { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.3rem;
  font-size: .84rem; }
.dk.dk-sifat.dk-sifat li { display: flex; align-items: center; gap: .5rem; margin: 0; }
.dk-sifat i { flex: none; width: 2.2rem; border-top: 2px solid currentColor; opacity: .8; }
.dk-sifat .dk-g-asumsi { border-top-style: dashed; }
.dk-sifat .dk-g-hanya_arah { border-top: 3px dotted; }
.dk-sifat .dk-g-eksternal { border-top: 5px double; }
.dk-sifat .dk-g-penempatan { border-top-width: 1px; opacity: .55; }

.dk-cascade { font-size: .86rem; }
.dk-cascade tbody th[scope="row"] { min-width: 16.5rem; }
.dk-cascade td:nth-child(2) { min-width: 9rem; }
.dk-cascade a { color: inherit; text-decoration: underline; text-underline-offset: .2em;
  text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
.dk-cascade a:hover { text-decoration-color: currentColor; }
.dk-cascade .dk-takuk { display: flex; gap: .55rem; align-items: baseline; }
.dk-cascade .dk-takuk > i { flex: none; font-style: normal; }
.dk-cascade .dk-takuk small { display: block; font-size: .82rem; }
.dk-cascade .dk-jenjang-0 b, .dk-cascade .dk-jenjang-1 b { font-weight: 700; }
.dk-cascade td.dk-nama { min-width: 11rem; }
.dk-cascade tr.dk-lanjut th { border-bottom: 0; }

.dk-laci h2 { font-size: 1.12rem; font-weight: 650; line-height: 1.3; margin: .15rem 0 .35rem; padding: 0; }
.dk-laci .dk-halaman { font-size: .82rem; font-weight: 600; }
.dk.dk-laci.dk-laci dl { display: grid; grid-template-columns: minmax(6.5rem, auto) 1fr; gap: .2rem .9rem;
  margin: 0; padding: 0; font-size: .9rem; }
.dk-laci dt { color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-laci dd { margin: 0; overflow-wrap: anywhere; }
.dk-laci h3 { font-size: 1rem; font-weight: 650; margin: .5rem 0 0; padding: 0; }
.dk-laci .dk-tabel th { min-width: 11rem; }
.dk-hubung { font-size: .86rem; }
[class*="st-key-lompat-"] button { min-height: 0; padding: 0; text-align: left; }
[class*="st-key-lompat-"] button p { text-decoration: underline; text-underline-offset: .2em;
  text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
[class*="st-key-lompat-"] button:hover p { text-decoration-color: currentColor; }
.dk-hubung .dk-status { font-weight: 500; }
.dk-daftar { margin: 0; padding-left: 1.1rem; font-size: .9rem; }
.dk-daftar li { margin: .15rem 0; }

@media print { .dk-cascade tr { break-inside: avoid; } .dk-gulir { overflow: visible; } }
@media (max-width: 640px) {
  .dk.dk-laci.dk-laci dl { grid-template-columns: 1fr; gap: .05rem; }
  .dk.dk-laci.dk-laci dd { margin-bottom: .3rem; }
  #root .st-key-saringan-pohon [data-testid="stColumn"] { min-width: calc(50% - 1rem); flex-basis: calc(50% - 1rem); }
  #root .st-key-saringan-pohon [data-testid="stColumn"]:first-child { flex-basis: 100%; }
}
</style>
"""
