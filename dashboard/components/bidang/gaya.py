"""The style of Bidang & IKI: its table, the preview of an entry, promises and locks. Constant."""

GAYA_BIDANG = """
<style>
.dk-bidang { max-height: 27rem; overflow: auto; }
.dk-bidang .dk-tabel th, .dk-bidang .dk-tabel td { vertical-align: top; }
.dk-bidang .dk-tabel tbody th { min-width: 17rem; max-width: 30rem; padding-left: .6rem; }
.dk-bidang .dk-tabel thead th { position: sticky; top: 0; z-index: 1; background: light-dark(#FFFFFF, #0E1117); }
.dk-bidang .dk-tabel thead th:first-child { padding-left: .6rem; }
.dk-bidang th small { display: block; font-size: .8rem; line-height: 1.35; }
.dk-bidang a { color: inherit; text-decoration: none; }
.dk-bidang a:hover, .dk-bidang a:focus-visible { text-decoration: underline; text-underline-offset: .2em; }
.dk-bidang tr.dk-dipilih { background: color-mix(in srgb, currentColor 7%, transparent); }
.dk-bidang tr.dk-dipilih th { box-shadow: inset 3px 0 0 currentColor; }
.dk-entri { white-space: nowrap; }
.dk-tren { display: inline-flex; align-items: flex-end; gap: 3px; width: 3.6rem; height: 1.5rem;
  background: linear-gradient(currentColor, currentColor) 0 23% / 100% 1px no-repeat; }
.dk-tren i { display: block; width: calc(25% - 3px); background: currentColor; border-radius: 1px 1px 0 0; }

.dk-isi { border: 1px solid color-mix(in srgb, currentColor 15%, transparent); border-radius: 8px;
  padding: .85rem 1.05rem 1rem; font-size: .9rem; }
.dk-isi h3 { font-size: .86rem; font-weight: 600; margin: 0; padding: 0;
  color: color-mix(in srgb, currentColor 76%, transparent); }
.dk-isi .dk-besar { font-size: 1.6rem; font-weight: 650; line-height: 1.25; }
.dk-isi .dk-besar .dk-status { font-size: .95rem; margin-left: .5rem; }
.dk-isi dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .2rem .9rem;
  margin: .55rem 0 0 !important; padding: 0 !important; }
.dk-isi dt { color: color-mix(in srgb, currentColor 72%, transparent); }
.dk-isi dl dt, .dk-isi dl dd { margin: 0; padding: 0; overflow-wrap: anywhere; }
.dk-isi ul, .dk-isi ol { margin: .35rem 0 0; padding-left: 1.15rem; }
.dk-isi li { margin: .1rem 0; }
.dk-daftar { margin: 0; padding-left: 1.15rem; }
.dk-daftar li, .dk-isi :is(dt, dd, li, p:not(.dk-besar)) { font-size: .9rem; }
.dk-isi section + section { margin-top: .8rem; padding-top: .7rem;
  border-top: 1px solid color-mix(in srgb, currentColor 12%, transparent); }

.dk-pesan { border-left: 4px solid currentColor; padding: .5rem .85rem; border-radius: 0 6px 6px 0; font-size: .92rem;
  background: color-mix(in srgb, currentColor 6%, transparent); }
.dk-pesan.dk-gagal { border-left-color: #B62A20; }
.dk-pesan.dk-berhasil { border-left-color: #26975E; }
.dk-salah { font-size: .86rem; font-weight: 600; }
.dk-janji { font-size: .9rem; }
.dk-janji b { font-weight: 600; }

@media (max-width: 640px) {
  .dk-bidang .dk-tabel tbody th { min-width: 13rem; }
  .dk-isi dl { grid-template-columns: 1fr; gap: .05rem; }
  .dk-isi dd { margin-bottom: .3rem !important; }
}
</style>
"""
