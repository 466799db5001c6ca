#!/usr/bin/env bash
# A class in 8 parts on Slurm. From the kit's folder, which all nodes see, after npm ci:
#   sbatch --wait docs/recipes/slurm.sh /shared/submissions /shared/graded
#   npm run class -- merge /shared/graded --out /shared/graded --roster roster.csv
#SBATCH --job-name=class
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=02:00:00
#SBATCH --requeue
set -euo pipefail
submissions=$1
out=$2
# Which part this is, the kit reads from SLURM_ARRAY_TASK_ID. A task that is requeued goes on where it was.
exec npm run --silent class -- "$submissions" --chapter 3.3 --out "$out" --jobs "${SLURM_CPUS_PER_TASK:-2}"
